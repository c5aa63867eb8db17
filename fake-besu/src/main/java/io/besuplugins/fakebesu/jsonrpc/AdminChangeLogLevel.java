// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.jsonrpc;

import io.besuplugins.fakebesu.jsonrpc.JsonRpcResponse.Failure;
import io.besuplugins.fakebesu.jsonrpc.JsonRpcResponse.Success;
import io.besuplugins.fakebesu.logging.LogConfigurator;
import java.util.Collection;
import java.util.List;
import org.apache.logging.log4j.Level;

/** {@code admin_changeLogLevel}: a level and, optionally, the names of loggers. */
final class AdminChangeLogLevel implements JsonRpcMethod {

  @Override
  public JsonRpcResponse execute(final JsonRpcRequest request) {
    final Object[] params = request.params();
    if (params == null
        || params.length == 0
        || !(params[0] instanceof String level)
        || Level.getLevel(level) == null) {
      return new Failure(request.id(), RpcErrorType.INVALID_PARAMS);
    }
    final Collection<?> loggers =
        params.length > 1 && params[1] instanceof Collection<?> names ? names : List.of("");
    loggers.forEach(name -> LogConfigurator.setLevel(name.toString(), level));
    return new Success(request.id(), "Success");
  }
}
