package io.besuplugins.clientversion.standin.rpc;

import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.release.Trait;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs calls against the methods of a port, in Besu's order: a notification is dropped, the call is
 * logged, its method looked up, and only then is it asked whether the caller is admitted.
 */
public final class CallExecution {

  private static final Logger REQUESTS =
      LoggerFactory.getLogger(
          "org.hyperledger.besu.ethereum.api.jsonrpc.execution.JsonRpcExecutor");
  private static final Logger FAILURES =
      LoggerFactory.getLogger(
          "org.hyperledger.besu.ethereum.api.jsonrpc.execution.BaseJsonRpcProcessor");

  private final MethodTable methods;
  private final MethodNames names;
  private final boolean tracesRequests;

  /**
   * Calls to a port.
   *
   * @param methods the port's methods
   * @param release the release
   */
  public CallExecution(final MethodTable methods, final Release release) {
    this.methods = methods;
    this.names = MethodNames.of(release);
    this.tracesRequests = release.has(Trait.TRACES_REQUESTS);
  }

  /**
   * Runs a call.
   *
   * @param request the request's JSON object
   * @param isAdmitted whether the caller may call
   * @return the answer
   */
  public JsonRpcAnswer run(final JsonObject request, final boolean isAdmitted) {
    final JsonRpcCall call;
    try {
      call = JsonRpcCall.read(request);
    } catch (final IllegalArgumentException e) {
      return new JsonRpcAnswer.Failure(wholeNumberId(request), StandardError.INVALID_REQUEST);
    }
    if (call.isNotification()) {
      return new JsonRpcAnswer.Silence();
    }
    log(call);
    final Optional<JsonRpcMethod> method = methods.find(call.method());
    if (method.isEmpty()) {
      return new JsonRpcAnswer.Failure(
          call.id(),
          names.contains(call.method())
              ? StandardError.METHOD_NOT_ENABLED
              : StandardError.METHOD_NOT_FOUND);
    }
    if (!isAdmitted) {
      return new JsonRpcAnswer.Failure(call.id(), JsonRpcError.of(StandardError.UNAUTHORIZED), 401);
    }
    return answer(method.get(), call);
  }

  private JsonRpcAnswer answer(final JsonRpcMethod method, final JsonRpcCall call) {
    try {
      return method.answer(call);
    } catch (final RuntimeException e) {
      FAILURES.error("Error processing method: {} {}", method.name(), paramsOf(call), e);
      return new JsonRpcAnswer.Failure(call.id(), StandardError.INTERNAL_ERROR);
    }
  }

  private void log(final JsonRpcCall call) {
    if (tracesRequests) {
      if (REQUESTS.isTraceEnabled()) {
        REQUESTS.trace("JSON-RPC request -> {} {}", call.method(), paramsOf(call));
      }
    } else if (REQUESTS.isDebugEnabled()) {
      REQUESTS.debug("JSON-RPC request -> {} {}", call.method(), paramsOf(call));
    }
  }

  private static JsonArray paramsOf(final JsonRpcCall call) {
    return call.params() == null ? null : new JsonArray(Arrays.asList(call.params()));
  }

  private static Integer wholeNumberId(final JsonObject request) {
    try {
      return request.getInteger("id", null);
    } catch (final ClassCastException e) {
      return null;
    }
  }
}
