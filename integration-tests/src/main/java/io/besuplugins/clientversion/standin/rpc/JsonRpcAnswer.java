package io.besuplugins.clientversion.standin.rpc;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** What is sent back for one call, in the key order of Besu's answers. */
public sealed interface JsonRpcAnswer {

  /**
   * The HTTP status that Besu sends a lone answer with.
   *
   * @return the status
   */
  @JsonIgnore
  int httpStatus();

  /**
   * A result.
   *
   * @param id the call's id
   * @param result anything that Jackson writes
   */
  @JsonPropertyOrder({"jsonrpc", "id", "result"})
  record Success(Object id, Object result) implements JsonRpcAnswer {

    /**
     * The version of JSON-RPC.
     *
     * @return always the same
     */
    @JsonProperty
    public String jsonrpc() {
      return "2.0";
    }

    @Override
    @JsonIgnore
    public int httpStatus() {
      return 200;
    }
  }

  /**
   * An error.
   *
   * @param id the call's id, or null
   * @param error code, message and data
   * @param httpStatus the HTTP status
   */
  @JsonPropertyOrder({"jsonrpc", "id", "error"})
  record Failure(Object id, JsonRpcError error, @JsonIgnore int httpStatus)
      implements JsonRpcAnswer {

    /**
     * An error with the HTTP status that Besu gives it.
     *
     * @param id the call's id, or null
     * @param error code, message and data
     */
    public Failure(final Object id, final JsonRpcError error) {
      this(id, error, StandardError.httpStatusOf(error.code(), error.message()));
    }

    /**
     * One of Besu's own errors.
     *
     * @param id the call's id, or null
     * @param error the error
     */
    public Failure(final Object id, final StandardError error) {
      this(id, JsonRpcError.of(error));
    }

    /**
     * The version of JSON-RPC.
     *
     * @return always the same
     */
    @JsonProperty
    public String jsonrpc() {
      return "2.0";
    }
  }

  /** Nothing at all: the answer to a notification, which Besu does not even run. */
  record Silence() implements JsonRpcAnswer {

    @Override
    @JsonIgnore
    public int httpStatus() {
      return 200;
    }
  }
}
