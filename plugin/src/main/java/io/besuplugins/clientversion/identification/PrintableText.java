package io.besuplugins.clientversion.identification;

/** Makes text from outside safe for a log line, a label or an RPC result. */
final class PrintableText {

  private static final String CUT = "…";

  private PrintableText() {}

  /**
   * The text without surrounding white space, at most {@code limit} UTF-16 units long, a longer one
   * cut with an ellipsis. What does not show, or changes how its surroundings show, is named in its
   * place: a line feed becomes {@code <U+000A>}.
   *
   * @param text any text, or null for none
   * @return never null
   */
  static String of(final String text, final int limit) {
    if (text == null) {
      return "";
    }
    // Bounds the work, not only the result: the engine port takes bodies of many megabytes.
    final String head = text.substring(0, Math.min(text.length(), 4 * limit)).strip();
    final StringBuilder printable = new StringBuilder(Math.min(head.length(), limit));
    for (int i = 0; i < head.length(); ) {
      final int codePoint = head.codePointAt(i);
      i += Character.charCount(codePoint);
      if (shows(codePoint)) {
        printable.appendCodePoint(codePoint);
      } else {
        printable.append(String.format("<U+%04X>", codePoint));
      }
      if (printable.length() > limit) {
        return cut(printable, limit);
      }
    }
    return printable.toString();
  }

  private static String cut(final StringBuilder text, final int limit) {
    final int end = limit - CUT.length();
    // An unpaired one was named in its place.
    final boolean splitsPair = Character.isHighSurrogate(text.charAt(end - 1));
    text.setLength(splitsPair ? end - 1 : end);
    return text.append(CUT).toString();
  }

  private static boolean shows(final int codePoint) {
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
