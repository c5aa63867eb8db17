package io.besuplugins.clientversion.identification;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which client, in which version: the specification's {@code ClientVersionV1}, and its JSON form.
 *
 * <p>Whatever it is made from, each part is bounded, printable and never null, so a {@code
 * ClientVersion} can be logged, counted and answered as it is. Two are equal when the four parts
 * are.
 *
 * @param code the two letters of the specification's {@code ClientCode}; real clients also send
 *     none, or longer ones; at most 16 UTF-16 units are kept
 * @param name human-readable; where none is given, the one that the list of codes has for the code;
 *     at most 64 UTF-16 units are kept
 * @param version as the client writes it, with or without a {@code v}; at most 64 UTF-16 units are
 *     kept
 * @param commit the first four bytes of the commit, as lower-case hex digits without {@code 0x};
 *     what is not hex stays as it was said; at most 64 UTF-16 units are kept
 */
@JsonPropertyOrder({"code", "name", "version", "commit"})
public record ClientVersion(String code, String name, String version, String commit) {

  private static final int LONGEST_CODE = 16;
  private static final int LONGEST_TEXT = 64;

  /** A commit's prefix is not kept, and so must not take the place of digits that are. */
  private static final int LONGEST_SAID = LONGEST_TEXT + 2;

  private static final Pattern HEX = Pattern.compile("(?:0[xX])?(\\p{XDigit}*)");

  /** Takes any text, null included. */
  public ClientVersion {
    code = PrintableText.of(code, LONGEST_CODE);
    name = PrintableText.of(name, LONGEST_TEXT);
    version = PrintableText.of(version, LONGEST_TEXT);
    commit = PrintableText.of(comparable(PrintableText.of(commit, LONGEST_SAID)), LONGEST_TEXT);
    if (name.isEmpty()) {
      name = ClientCodes.nameOf(code).orElse("");
    }
  }

  /** Whether the caller told nothing at all about itself. */
  public boolean saysNothing() {
    return code.isEmpty() && name.isEmpty() && version.isEmpty() && commit.isEmpty();
  }

  /** Whether both are versions of one client: the same code, and not none. */
  public boolean hasCodeOf(final ClientVersion other) {
    return !code.isEmpty() && code.equals(other.code);
  }

  /** Clients send the same commit with and without a prefix, in either case. */
  private static String comparable(final String commit) {
    final Matcher hex = HEX.matcher(commit);
    return hex.matches() ? hex.group(1).toLowerCase(Locale.ROOT) : commit;
  }
}
