// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * How each consensus client parses the response to {@code engine_getClientVersionV1}, and what it
 * then shows its operator or writes into the graffiti of its blocks.
 *
 * <p>Source: the files named below in the code of each client, as of August 2026 unless another
 * date is given.
 */
public enum ClientResponseParser {
  /** {@code execution_layer/src/engine_api/http.rs}, August 2024. */
  LIGHTHOUSE(
      ClientVersionRequest.LIGHTHOUSE,
      entry ->
          new Identity(
              twoBytes(text(entry, "code")),
              entry.has("name") ? text(entry, "name") : "",
              text(entry, "version"),
              fourBytes(without0x(text(entry, "commit")))),
      ClientResponseParser::single,
      identity -> "cached: " + identity + ", graffiti " + identity.graffiti()),

  /** {@code ExecutionClientVersionProvider}, {@code AbstractBytesDeserializer}. */
  TEKU(
      ClientVersionRequest.TEKU,
      entry -> requireAll(entry, commit -> fourBytes(without0x(commit.toLowerCase(Locale.ROOT)))),
      ClientResponseParser::first,
      identity ->
          "log: Execution Client version: %s %s, graffiti %s"
              .formatted(identity.name, identity.version, identity.graffiti())),

  /** {@code beacon-chain/execution/engine_client.go}, {@code beacon-chain/rpc/eth/node/}. */
  PRYSM(
      ClientVersionRequest.PRYSM,
      entry -> requireNone(entry, UnaryOperator.identity()),
      ClientResponseParser::first,
      identity ->
          "/eth/v2/node/version: "
              + identity
              + ", graffiti "
              + new Identity(identity.code, "", "", without0x(identity.commit)).graffiti()),

  /** {@code execution/engine/http.js} of 1.44.0. */
  LODESTAR(
      ClientVersionRequest.LODESTAR_NEW,
      entry ->
          new Identity(
              listedCodeOrXx(entry.path("code").asText()),
              entry.path("name").asText(),
              entry.path("version").asText(),
              without0x(text(entry, "commit"))),
      ClientResponseParser::first,
      identity -> "cached: " + identity + ", graffiti " + identity.graffiti()),

  /**
   * {@code eth1_api/src/tasks.rs}, {@code fork_choice_control/src/mutator.rs}, November 2025. That
   * the commit must be four bytes is inferred from its type.
   */
  GRANDINE(
      ClientVersionRequest.GRANDINE,
      entry -> requireAll(entry, commit -> fourBytes(without0x(commit))),
      ClientResponseParser::single,
      identity -> "log: updated client version: " + identity + ", graffiti " + identity.graffiti()),

  /** Erigon's Caplin, which keeps four digits of the commit and pads it with zeros. */
  CAPLIN(
      ClientVersionRequest.CAPLIN,
      entry -> requireNone(entry, commit -> (without0x(commit) + "0000").substring(0, 4)),
      ClientResponseParser::first,
      identity ->
          "graffiti "
              + identity.code.substring(0, Math.min(2, identity.code.length()))
              + identity.commit),

  /** Inferred from nim-web3's {@code Bytes4}; the call is not merged yet. */
  NIMBUS(
      ClientVersionRequest.NIMBUS,
      entry -> requireAll(entry, commit -> firstFourBytes(without0x(commit))),
      ClientResponseParser::first,
      identity -> "read: " + identity),

  /** {@code execution/client/ethclient/engine.go} of Berachain's beacon-kit. */
  BEACON_KIT(
      ClientVersionRequest.BEACON_KIT,
      entry -> requireNone(entry, UnaryOperator.identity()),
      ClientResponseParser::first,
      identity ->
          "gauge: eth_name=\"%s\" eth_version=\"%s\"".formatted(identity.name, identity.version));

  private static final Set<String> LISTED_CODES =
      Set.of(
          "BU", "CN", "EJ", "EG", "EX", "GE", "GR", "LH", "LS", "NM", "NB", "NE", "TE", "TK", "PM",
          "RH");

  private final ClientVersionRequest request;
  private final Function<JsonNode, Identity> entry;
  private final Function<List<Identity>, Identity> choice;
  private final Function<Identity, String> outcome;

  ClientResponseParser(
      final ClientVersionRequest request,
      final Function<JsonNode, Identity> entry,
      final Function<List<Identity>, Identity> choice,
      final Function<Identity, String> outcome) {
    this.request = request;
    this.entry = entry;
    this.choice = choice;
    this.outcome = outcome;
  }

  /** What the client sends. */
  public ClientVersionRequest request() {
    return request;
  }

  /**
   * Parses the result of a call.
   *
   * @return what the client shows its operator
   * @throws IllegalArgumentException if the client rejects the result; the message says why
   */
  public String parse(final JsonNode result) {
    require(result.isArray(), "not an array", result);
    final Stream<JsonNode> entries = StreamSupport.stream(result.spliterator(), false);
    return outcome.apply(choice.apply(entries.map(entry).toList()));
  }

  private static Identity first(final List<Identity> identities) {
    require(!identities.isEmpty(), "no entry", identities);
    return identities.get(0);
  }

  private static Identity single(final List<Identity> identities) {
    require(identities.size() == 1, "not one entry", identities);
    return identities.get(0);
  }

  private static Identity requireAll(final JsonNode entry, final UnaryOperator<String> commit) {
    return new Identity(
        text(entry, "code"),
        text(entry, "name"),
        text(entry, "version"),
        commit.apply(text(entry, "commit")));
  }

  /** Go leaves a string empty if the field is missing or null. */
  private static Identity requireNone(final JsonNode entry, final UnaryOperator<String> commit) {
    final Function<String, String> field = name -> entry.hasNonNull(name) ? text(entry, name) : "";
    return new Identity(
        field.apply("code"),
        field.apply("name"),
        field.apply("version"),
        commit.apply(field.apply("commit")));
  }

  private static String text(final JsonNode entry, final String field) {
    require(entry.path(field).isTextual(), field + " is not a string", entry);
    return entry.get(field).asText();
  }

  private static String twoBytes(final String code) {
    require(code.getBytes(StandardCharsets.UTF_8).length == 2, "code is not two bytes", code);
    return code;
  }

  private static String listedCodeOrXx(final String code) {
    return LISTED_CODES.contains(code) ? code : "XX";
  }

  private static String fourBytes(final String commit) {
    require(commit.matches("[0-9a-fA-F]{8}"), "commit is not four bytes", commit);
    return commit;
  }

  private static String firstFourBytes(final String commit) {
    require(commit.matches("[0-9a-fA-F]{8,}"), "commit has fewer than four bytes", commit);
    return commit.substring(0, 8);
  }

  private static String without0x(final String commit) {
    return commit.startsWith("0x") ? commit.substring(2) : commit;
  }

  private static void require(final boolean met, final String otherwise, final Object given) {
    if (!met) {
      throw new IllegalArgumentException(otherwise + ": " + given);
    }
  }

  private record Identity(String code, String name, String version, String commit) {

    /** The code and the first two bytes of the commit, as most clients write them. */
    String graffiti() {
      return code + commit.substring(0, Math.min(4, commit.length()));
    }

    @Override
    public String toString() {
      return String.join(" ", code, name, version, commit);
    }
  }
}
