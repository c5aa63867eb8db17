package io.besuplugins.clientversion.standin.rpc;

/** Something that answers calls of one name. */
public interface JsonRpcMethod {

  /**
   * The full name.
   *
   * @return the name
   */
  String name();

  /**
   * Answers a call, on a worker thread.
   *
   * @param call the call
   * @return the answer
   */
  JsonRpcAnswer answer(JsonRpcCall call);
}
