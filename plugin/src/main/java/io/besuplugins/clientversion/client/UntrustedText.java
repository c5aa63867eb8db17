// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.client;

/**
 * Makes text that a caller sent safe for log lines, also for JSON lines that a pattern builds, for
 * metric labels and for RPC results.
 *
 * <p>All known clients send printable ASCII, so only that is kept: no other character can forge or
 * reorder a line, or look like another one.
 */
final class UntrustedText {

  private static final String TRUNCATED = "...";

  private UntrustedText() {}

  /**
   * Drops surrounding spaces, replaces each character that is not printable ASCII, and each
   * quotation mark and backslash, by {@code <U+XXXX>}, and truncates the result.
   *
   * @param text any text; null becomes an empty text
   * @param maxLength the maximum length of the result in characters, the mark of truncation
   *     included
   */
  static String sanitize(final String text, final int maxLength) {
    if (text == null) {
      return "";
    }
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == ' ') {
      end--;
    }
    final String trimmed = text.substring(start, end);
    return trimmed.length() <= maxLength && isKept(trimmed)
        ? trimmed
        : truncate(replaceRejected(trimmed, maxLength), maxLength);
  }

  /** Stops soon after the maximum length: the engine port accepts bodies of many megabytes. */
  private static StringBuilder replaceRejected(final String text, final int maxLength) {
    final StringBuilder replaced = new StringBuilder();
    for (int i = 0; i < text.length() && replaced.length() <= maxLength; ) {
      final int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (isKept(codePoint)) {
        replaced.append((char) codePoint);
      } else {
        replaced.append(String.format("<U+%04X>", codePoint));
      }
    }
    return replaced;
  }

  private static String truncate(final StringBuilder text, final int maxLength) {
    if (text.length() > maxLength) {
      text.setLength(maxLength - TRUNCATED.length());
      text.append(TRUNCATED);
    }
    return text.toString();
  }

  private static boolean isKept(final String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isKept(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isKept(final int codePoint) {
    return codePoint >= ' ' && codePoint <= '~' && codePoint != '"' && codePoint != '\\';
  }
}
