package io.besuplugins.clientversion.standin.rpc;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.hyperledger.besu.plugin.services.rpc.RpcMethodError;

/**
 * A JSON-RPC error.
 *
 * @param code the code
 * @param message the message
 * @param data the data, or null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JsonRpcError(int code, String message, String data) {

  /**
   * An error without data.
   *
   * @param error code and message
   * @return the error
   */
  public static JsonRpcError of(final RpcMethodError error) {
    return new JsonRpcError(error.getCode(), error.getMessage(), null);
  }
}
