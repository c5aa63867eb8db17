// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.client;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client and its version: the specification's {@code ClientVersionV1}, and its JSON form.
 *
 * <p>Every component is printable ASCII, bounded in length and never null, so a {@code
 * ClientVersion} can be logged, used as metric labels and returned over RPC. Lengths are in
 * characters.
 *
 * @param code usually two letters; empty if the client sent none; at most 16
 * @param name if the client sent none, the listed name of its code; at most 64
 * @param version as the client writes it, with or without a {@code v}; at most 128
 * @param commit lower-case hex digits without {@code 0x}, or other text as it was sent; at most 64
 */
@JsonPropertyOrder({"code", "name", "version", "commit"})
public record ClientVersion(String code, String name, String version, String commit) {

  private static final int MAX_CODE_LENGTH = 16;
  private static final int MAX_NAME_LENGTH = 64;
  private static final int MAX_VERSION_LENGTH = 128;
  private static final int MAX_COMMIT_LENGTH = 64;

  /** The prefix is dropped later and must not cost two of the digits. */
  private static final int MAX_PREFIXED_COMMIT_LENGTH = MAX_COMMIT_LENGTH + 2;

  private static final Pattern HEX = Pattern.compile("(?:0[xX])?(\\p{XDigit}{0,64})");

  /** Sanitizes each component; accepts any text and null. */
  public ClientVersion {
    code = UntrustedText.sanitize(code, MAX_CODE_LENGTH);
    name = UntrustedText.sanitize(name, MAX_NAME_LENGTH);
    version = UntrustedText.sanitize(version, MAX_VERSION_LENGTH);
    commit =
        UntrustedText.sanitize(
            normalizeCommit(UntrustedText.sanitize(commit, MAX_PREFIXED_COMMIT_LENGTH)),
            MAX_COMMIT_LENGTH);
    if (name.isEmpty()) {
      name = ClientCodes.nameOf(code).orElse("");
    }
  }

  /** Returns whether all four components are empty. */
  boolean isEmpty() {
    return code.isEmpty() && name.isEmpty() && version.isEmpty() && commit.isEmpty();
  }

  /** Clients send the same commit with and without a prefix, in upper and lower case. */
  private static String normalizeCommit(final String commit) {
    final Matcher hex = HEX.matcher(commit);
    return hex.matches() ? hex.group(1).toLowerCase(Locale.ROOT) : commit;
  }
}
