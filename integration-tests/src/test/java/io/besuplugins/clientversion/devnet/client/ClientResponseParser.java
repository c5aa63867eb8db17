// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * How consensus clients parse the response to {@code engine_getClientVersionV1}. Source: the files
 * named below in the code of each client, as of August 2026 unless another date is given. An
 * optional {@code 0x} before the commit, which all of them accept, is left out. Lodestar's own code
 * runs in {@code LodestarIT}.
 */
public enum ClientResponseParser {
  /** {@code execution_layer/src/engine_api/http.rs}, August 2024. */
  LIGHTHOUSE(ClientVersionRequest.LIGHTHOUSE, "code version commit", true, "[0-9a-fA-F]{8}"),

  /** {@code ExecutionClientVersionProvider}, {@code AbstractBytesDeserializer}. */
  TEKU(ClientVersionRequest.TEKU, "code name version commit", false, "[0-9a-fA-F]{8}"),

  /** {@code beacon-chain/execution/engine_client.go}, {@code beacon-chain/rpc/eth/node/}. */
  PRYSM(ClientVersionRequest.PRYSM, "", false, ".*"),

  /**
   * {@code eth1_api/src/tasks.rs}, {@code fork_choice_control/src/mutator.rs}, November 2025. That
   * the commit must be four bytes is inferred from its type.
   */
  GRANDINE(ClientVersionRequest.GRANDINE, "code name version commit", true, "[0-9a-fA-F]{8}"),

  /** Erigon's Caplin. */
  CAPLIN(ClientVersionRequest.CAPLIN, "", false, ".*"),

  /** Inferred from nim-web3's {@code Bytes4}; the call is not merged yet. */
  NIMBUS(ClientVersionRequest.NIMBUS, "code name version commit", false, "[0-9a-fA-F]{8,}"),

  /** {@code execution/client/ethclient/engine.go} of Berachain's beacon-kit. */
  BEACON_KIT(ClientVersionRequest.BEACON_KIT, "", false, ".*");

  private final ClientVersionRequest request;
  private final List<String> requiredFields;
  private final boolean requiresSingleEntry;
  private final String commitPattern;

  ClientResponseParser(
      final ClientVersionRequest request,
      final String requiredFields,
      final boolean requiresSingleEntry,
      final String commitPattern) {
    this.request = request;
    this.requiredFields = List.of(requiredFields.split(" "));
    this.requiresSingleEntry = requiresSingleEntry;
    this.commitPattern = commitPattern;
  }

  public ClientVersionRequest request() {
    return request;
  }

  /**
   * Parses the result of a call.
   *
   * @return the code, name, version and commit that the client takes from it
   * @throws IllegalArgumentException if the client rejects the result; the message says why
   */
  public List<String> parse(final JsonNode result) {
    require(result.isArray(), "not an array", result);
    require(!result.isEmpty(), "no entry", result);
    require(result.size() == 1 || !requiresSingleEntry, "not one entry", result);
    final List<String> fields =
        List.of(
            text(result, "code"),
            text(result, "name"),
            text(result, "version"),
            text(result, "commit"));
    require(fields.get(0).length() == 2 || this != LIGHTHOUSE, "code is not two bytes", result);
    require(fields.get(3).matches(commitPattern), "commit is not " + commitPattern, result);
    return fields;
  }

  private String text(final JsonNode result, final String field) {
    final JsonNode text = result.get(0).path(field);
    final boolean isOptional = !requiredFields.contains(field);
    require(
        text.isTextual() || isOptional && (text.isMissingNode() || text.isNull()),
        field + " is not a string",
        result);
    return text.asText("");
  }

  private static void require(final boolean isMet, final String otherwise, final JsonNode result) {
    if (!isMet) {
      throw new IllegalArgumentException(otherwise + ": " + result);
    }
  }
}
