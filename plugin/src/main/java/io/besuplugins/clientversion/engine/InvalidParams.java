package io.besuplugins.clientversion.engine;

import org.hyperledger.besu.plugin.services.rpc.RpcMethodError;

/**
 * JSON-RPC's error -32602.
 *
 * @param reason which parameter or field is wrong and what it should be
 */
record InvalidParams(String reason) implements RpcMethodError {

  @Override
  public int getCode() {
    return -32602;
  }

  @Override
  public String getMessage() {
    return "Invalid params: " + reason;
  }
}
