package io.besuplugins.clientversion.standin.rpc;

import org.hyperledger.besu.plugin.services.rpc.RpcMethodError;

/** Besu's own JSON-RPC errors, as far as the stand-in has a use for them. */
public enum StandardError implements RpcMethodError {
  PARSE_ERROR(-32700, "Parse error"),
  INVALID_REQUEST(-32600, "Invalid Request"),
  METHOD_NOT_FOUND(-32601, "Method not found"),
  INVALID_PARAMS(INVALID_PARAMS_ERROR_CODE, "Invalid params"),
  INVALID_LOG_LEVEL(INVALID_PARAMS_ERROR_CODE, "Invalid log level params (missing or incorrect)"),
  INVALID_LOG_FILTER(INVALID_PARAMS_ERROR_CODE, "Invalid log filter params"),
  INTERNAL_ERROR(-32603, "Internal error"),
  METHOD_NOT_ENABLED(-32604, "Method not enabled"),
  BATCH_TOO_LARGE(-32005, "Number of requests exceeds max batch size"),
  UNAUTHORIZED(-40100, "Unauthorized");

  private final int code;
  private final String message;

  StandardError(final int code, final String message) {
    this.code = code;
    this.message = message;
  }

  @Override
  public int getCode() {
    return code;
  }

  @Override
  public String getMessage() {
    return message;
  }

  static int httpStatusOf(final int code, final String message) {
    return PARSE_ERROR.matches(code, message) || INVALID_REQUEST.matches(code, message) ? 400 : 200;
  }

  private boolean matches(final int otherCode, final String otherMessage) {
    return code == otherCode && otherMessage.startsWith(message);
  }
}
