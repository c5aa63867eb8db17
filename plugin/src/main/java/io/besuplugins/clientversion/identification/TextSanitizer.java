// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.identification;

/** Makes untrusted text safe for log lines, metric labels and RPC results. */
final class TextSanitizer {

  private static final String ELLIPSIS = "…";

  private TextSanitizer() {}

  /**
   * Strips surrounding white space, escapes every character that is not printable or that changes
   * the direction of text (a line feed becomes {@code <U+000A>}), and truncates the result.
   *
   * @param text any text; null becomes an empty text
   * @param maxLength the maximum length of the result in UTF-16 code units, ellipsis included
   */
  static String sanitize(final String text, final int maxLength) {
    if (text == null) {
      return "";
    }
    // Limits the work as well as the result: the engine port accepts bodies of many megabytes.
    final String head = text.substring(0, Math.min(text.length(), 4 * maxLength)).strip();
    final StringBuilder sanitized = new StringBuilder(Math.min(head.length(), maxLength));
    for (int i = 0; i < head.length(); ) {
      final int codePoint = head.codePointAt(i);
      i += Character.charCount(codePoint);
      if (isPrintable(codePoint)) {
        sanitized.appendCodePoint(codePoint);
      } else {
        sanitized.append(String.format("<U+%04X>", codePoint));
      }
      if (sanitized.length() > maxLength) {
        return truncate(sanitized, maxLength);
      }
    }
    // An escape is longer than what it replaces, so text of the same length needs no copy.
    return sanitized.length() == head.length() ? head : sanitized.toString();
  }

  private static String truncate(final StringBuilder text, final int maxLength) {
    final int end = maxLength - ELLIPSIS.length();
    // Unpaired surrogates have been escaped, so a high surrogate here begins a pair.
    final boolean splitsPair = Character.isHighSurrogate(text.charAt(end - 1));
    text.setLength(splitsPair ? end - 1 : end);
    return text.append(ELLIPSIS).toString();
  }

  private static boolean isPrintable(final int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
