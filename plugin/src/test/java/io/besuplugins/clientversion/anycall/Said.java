package io.besuplugins.clientversion.anycall;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call should come to, told from its params without the plugin's code.
 *
 * @param refusal why it has to be refused, where it has to be
 * @param anything whether it says anything at all on who calls
 */
record Said(Optional<String> refusal, boolean anything) {

  private static final List<String> FIELDS = List.of("code", "name", "version", "commit");

  private static final String PREFIX = "0x";

  /** The part of a text that is looked at, in limits. */
  private static final int LOOKED_AT = 4;

  static Said in(final Object[] params) {
    if (params == null || params.length == 0 || params[0] == null) {
      return new Said(Optional.empty(), false);
    }
    if (!(params[0] instanceof Map<?, ?> fields)) {
      return refused("params[0] must be a ClientVersionV1 object, not ", params[0]);
    }
    boolean anything = false;
    for (final String field : FIELDS) {
      final Object value = fields.get(field);
      if (value instanceof String text) {
        anything = anything || !isEmpty(field, text);
      } else if (value != null) {
        return refused("params[0]." + field + " must be a string, not ", value);
      }
    }
    return new Said(Optional.empty(), anything);
  }

  private static Said refused(final String wanted, final Object value) {
    return new Said(Optional.of(wanted + kindOf(value)), false);
  }

  private static boolean isEmpty(final String field, final String text) {
    final boolean isCommit = field.equals("commit");
    final int limit =
        field.equals("code")
            ? Promises.LONGEST_CODE
            : Promises.LONGEST_TEXT + (isCommit ? PREFIX.length() : 0);
    final String seen = text.substring(0, Math.min(text.length(), LOOKED_AT * limit)).strip();
    return seen.isEmpty() || isCommit && seen.equalsIgnoreCase(PREFIX);
  }

  private static String kindOf(final Object value) {
    return switch (value.getClass().getSimpleName()) {
      case "String" -> "a string";
      case "Integer", "Long", "BigInteger", "Double", "BigDecimal" -> "a number";
      case "Boolean" -> "a boolean";
      case "LinkedHashMap" -> "an object";
      case "ArrayList" -> "an array";
      default -> throw new IllegalArgumentException("Jackson makes no " + value.getClass());
    };
  }
}
