package org.hyperledger.besu.plugin.services.rpc;

import java.util.Optional;

/** The code and the message of a JSON-RPC error. */
public interface RpcMethodError {

  /** The code of an error that says the params were wrong; a constant of Besu from 24.8.0 on. */
  int INVALID_PARAMS_ERROR_CODE = -32602;

  /**
   * The error's code.
   *
   * @return the code
   */
  int getCode();

  /**
   * The error's message.
   *
   * @return the message
   */
  String getMessage();

  /**
   * A readable form of the error's data, which Besu adds to the message.
   *
   * @param data the error's data
   * @return nothing, unless overridden
   */
  default Optional<String> decodeData(final String data) {
    return Optional.empty();
  }
}
