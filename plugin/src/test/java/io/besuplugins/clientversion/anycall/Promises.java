package io.besuplugins.clientversion.anycall;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.util.List;
import java.util.regex.Pattern;

/** What holds for every text that leaves the plugin, whoever sent whatever. */
final class Promises {

  /** Of UTF-16 units. */
  static final int LONGEST_CODE = 16;

  /** Of UTF-16 units. */
  static final int LONGEST_TEXT = 64;

  /** The longest names eight clients with all that they say; any other, two. */
  private static final int LONGEST_LINE = 2_000;

  private static final int LONGEST_LINE_OF_TWO = 600;

  private static final String TURNS =
      "Several consensus clients call this node in turn, which is not logged again while they do: ";

  private static final List<String> OPENINGS =
      List.of(
          "INFO engine_getClientVersionV1 is ",
          "INFO Consensus client: ",
          "INFO Consensus client upgraded: from ",
          "INFO Consensus client changed: ",
          "INFO " + TURNS,
          "INFO Client code ",
          "INFO Too many consensus clients never seen before within a minute to name each: ",
          "DEBUG Consensus client called again: ",
          "DEBUG A consensus client called without saying who it is",
          "DEBUG A consensus client did not say who it is: params[0]",
          "DEBUG Refused a call of a consensus client: params[0]");

  /** Control, format, surrogate, private use, unassigned; line and paragraph separators. */
  private static final Pattern HIDDEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private Promises() {}

  /** Never null, within its length, and nothing in it that hides or moves its surroundings. */
  static void holdForText(final String text, final int limit) {
    assertThat(text).isNotNull();
    assertThat(text.length()).as(text).isLessThanOrEqualTo(limit);
    assertThat(HIDDEN.matcher(text).find()).as("hidden in <%s>", text).isFalse();
  }

  /** The four texts of an identity, in the specification's order. */
  static void holdForIdentity(final List<String> texts) {
    assertThat(texts).hasSize(4);
    holdForText(texts.get(0), LONGEST_CODE);
    texts.subList(1, 4).forEach(text -> holdForText(text, LONGEST_TEXT));
  }

  /** An identity is bounded, printable, and itself when it is made from its own parts. */
  static void holdForIdentity(final ClientVersion client) {
    holdForIdentity(List.of(client.code(), client.name(), client.version(), client.commit()));
    assertThat(new ClientVersion(client.code(), client.name(), client.version(), client.commit()))
        .isEqualTo(client);
  }

  /**
   * One line, and that of the plugin: it begins with the plugin's words.
   *
   * @param printed what a layout of level, message and line end made of one event
   */
  static void holdForEvent(final String printed) {
    assertThat(printed.endsWith(System.lineSeparator())).as(printed).isTrue();
    final String line = printed.substring(0, printed.length() - System.lineSeparator().length());
    holdForText(line, line.contains(TURNS) ? LONGEST_LINE : LONGEST_LINE_OF_TWO);
    assertThat(OPENINGS.stream().anyMatch(line::startsWith)).as(line).isTrue();
  }
}
