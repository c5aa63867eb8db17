package io.besuplugins.clientversion.standin.method;

import io.besuplugins.clientversion.standin.rpc.JsonRpcAnswer;
import io.besuplugins.clientversion.standin.rpc.JsonRpcCall;
import io.besuplugins.clientversion.standin.rpc.JsonRpcMethod;

/**
 * A method that answers the same to everyone.
 *
 * @param name the full name
 * @param result the result
 */
record SimpleMethod(String name, Object result) implements JsonRpcMethod {

  @Override
  public JsonRpcAnswer answer(final JsonRpcCall call) {
    return new JsonRpcAnswer.Success(call.id(), result);
  }
}
