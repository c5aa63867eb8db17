package io.besuplugins.clientversion.devnet;

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
 * What each consensus client makes of an answer to {@code engine_getClientVersionV1}: its rules,
 * written down here, and what it then tells its operator or writes into a block's graffiti.
 *
 * <p>Source: the code of each client at the place that is named with it, as of August 2026 where
 * nothing else is said.
 */
public enum AnswerReader {
  /** {@code execution_layer/src/engine_api/http.rs}, August 2024. */
  LIGHTHOUSE(
      Caller.LIGHTHOUSE,
      entry ->
          new Identity(
              twoBytes(text(entry, "code")),
              entry.has("name") ? text(entry, "name") : "",
              text(entry, "version"),
              fourBytes(without0x(text(entry, "commit")))),
      AnswerReader::theOnlyOne,
      identity -> "cached: " + identity + ", graffiti " + identity.graffiti()),

  /** {@code ExecutionClientVersionProvider}, {@code AbstractBytesDeserializer}. */
  TEKU(
      Caller.TEKU,
      entry -> allText(entry, commit -> fourBytes(without0x(commit.toLowerCase(Locale.ROOT)))),
      AnswerReader::theFirst,
      identity ->
          "log: Execution Client version: %s %s, graffiti %s"
              .formatted(identity.name, identity.version, identity.graffiti())),

  /** {@code beacon-chain/execution/engine_client.go}, {@code beacon-chain/rpc/eth/node/}. */
  PRYSM(
      Caller.PRYSM,
      entry -> textOrNothing(entry, UnaryOperator.identity()),
      AnswerReader::theFirst,
      identity ->
          "/eth/v2/node/version: "
              + identity
              + ", graffiti "
              + new Identity(identity.code, "", "", without0x(identity.commit)).graffiti()),

  /** {@code execution/engine/http.js} of 1.44.0. */
  LODESTAR(
      Caller.LODESTAR_NEW,
      entry ->
          new Identity(
              listedOrXx(entry.path("code").asText()),
              entry.path("name").asText(),
              entry.path("version").asText(),
              without0x(text(entry, "commit"))),
      AnswerReader::theFirst,
      identity -> "cached: " + identity + ", graffiti " + identity.graffiti()),

  /**
   * {@code eth1_api/src/tasks.rs}, {@code fork_choice_control/src/mutator.rs}, November 2025; that
   * its commit is four bytes is inferred from the type.
   */
  GRANDINE(
      Caller.GRANDINE,
      entry -> allText(entry, commit -> fourBytes(without0x(commit))),
      AnswerReader::theOnlyOne,
      identity -> "log: updated client version: " + identity + ", graffiti " + identity.graffiti()),

  /** Erigon's Caplin, which keeps four digits of the commit, filled up with zeros. */
  CAPLIN(
      Caller.CAPLIN,
      entry -> textOrNothing(entry, commit -> (without0x(commit) + "0000").substring(0, 4)),
      AnswerReader::theFirst,
      identity ->
          "graffiti "
              + identity.code.substring(0, Math.min(2, identity.code.length()))
              + identity.commit),

  /** nim-web3's {@code Bytes4}, inferred: the call that would read it is not merged yet. */
  NIMBUS(
      Caller.NIMBUS,
      entry -> allText(entry, commit -> firstFourBytes(without0x(commit))),
      AnswerReader::theFirst,
      identity -> "read: " + identity),

  /** {@code execution/client/ethclient/engine.go} of Berachain's beacon-kit. */
  BEACON_KIT(
      Caller.BEACON_KIT,
      entry -> textOrNothing(entry, UnaryOperator.identity()),
      AnswerReader::theFirst,
      identity ->
          "gauge: eth_name=\"%s\" eth_version=\"%s\"".formatted(identity.name, identity.version));

  private static final Set<String> LISTED =
      Set.of(
          "BU", "CN", "EJ", "EG", "EX", "GE", "GR", "LH", "LS", "NM", "NB", "NE", "TE", "TK", "PM",
          "RH");

  private final Caller caller;
  private final Function<JsonNode, Identity> entry;
  private final Function<List<Identity>, Identity> choice;
  private final Function<Identity, String> outcome;

  AnswerReader(
      final Caller caller,
      final Function<JsonNode, Identity> entry,
      final Function<List<Identity>, Identity> choice,
      final Function<Identity, String> outcome) {
    this.caller = caller;
    this.entry = entry;
    this.choice = choice;
    this.outcome = outcome;
  }

  /** With what the client asks. */
  public Caller caller() {
    return caller;
  }

  /**
   * Reads the result of a call.
   *
   * @return what the client ends up with, in the words of this table
   * @throws IllegalArgumentException when it ends up without the node's identity; with the reason
   */
  public String read(final JsonNode result) {
    require(result.isArray(), "not an array", result);
    final Stream<JsonNode> entries = StreamSupport.stream(result.spliterator(), false);
    return outcome.apply(choice.apply(entries.map(entry).toList()));
  }

  private static Identity theFirst(final List<Identity> identities) {
    require(!identities.isEmpty(), "no entry", identities);
    return identities.get(0);
  }

  private static Identity theOnlyOne(final List<Identity> identities) {
    require(identities.size() == 1, "not one entry", identities);
    return identities.get(0);
  }

  private static Identity allText(final JsonNode entry, final UnaryOperator<String> commit) {
    return new Identity(
        text(entry, "code"),
        text(entry, "name"),
        text(entry, "version"),
        commit.apply(text(entry, "commit")));
  }

  /** As Go reads JSON into strings: what is missing or null is empty. */
  private static Identity textOrNothing(final JsonNode entry, final UnaryOperator<String> commit) {
    final Function<String, String> field = name -> entry.hasNonNull(name) ? text(entry, name) : "";
    return new Identity(
        field.apply("code"),
        field.apply("name"),
        field.apply("version"),
        commit.apply(field.apply("commit")));
  }

  private static String text(final JsonNode entry, final String field) {
    require(entry.path(field).isTextual(), field + " is no text", entry);
    return entry.get(field).asText();
  }

  /** All listed codes have two bytes as well. */
  private static String twoBytes(final String code) {
    require(code.getBytes(StandardCharsets.UTF_8).length == 2, "code is not two bytes", code);
    return code;
  }

  private static String listedOrXx(final String code) {
    return LISTED.contains(code) ? code : "XX";
  }

  private static String fourBytes(final String commit) {
    require(commit.matches("[0-9a-fA-F]{8}"), "commit is not four bytes", commit);
    return commit;
  }

  private static String firstFourBytes(final String commit) {
    require(commit.matches("[0-9a-fA-F]{8,}"), "commit is less than four bytes", commit);
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

    /** As the field's convention has it: the code, and the commit's first two bytes. */
    String graffiti() {
      return code + commit.substring(0, Math.min(4, commit.length()));
    }

    @Override
    public String toString() {
      return String.join(" ", code, name, version, commit);
    }
  }
}
