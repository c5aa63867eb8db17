package io.besuplugins.clientversion.anycall;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Params at random, in the types that Jackson reads JSON into. */
final class AnyParams {

  /** Writes a lone surrogate as an escape, as a caller can. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final List<String> FORGERIES =
      List.of(
          "\n2026-11-21 03:00:00.000+00:00 | main | INFO  | Runner | ",
          "\r\u001B[2K",
          "\u2028",
          "\u2029",
          "\u0085",
          "\u202E",
          "\uD83D\uDEA8",
          "\uD800",
          "\uDFFF\uDBFF",
          "\uE000",
          "\uDB40\uDC01",
          "\uFFFF",
          "{}",
          "%s%n",
          "${jndi:ldap://127.0.0.1:1/x}",
          "\\u000A",
          "\"} 1\n",
          "…",
          "0x",
          "0X",
          " ");

  private AnyParams() {}

  /** Text that is meant to do harm, and any other, of any length from none to a few limits. */
  static Arbitrary<String> text() {
    final Arbitrary<String> anyCharacter =
        Arbitraries.integers().between(0, Character.MAX_CODE_POINT).map(Character::toString);
    return Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of(FORGERIES)),
            Tuple.of(3, Arbitraries.strings().ascii().ofMaxLength(20)),
            Tuple.of(2, anyCharacter),
            Tuple.of(1, Arbitraries.strings().all().ofMaxLength(80)))
        .list()
        .ofMaxSize(6)
        .map(pieces -> String.join("", pieces))
        .injectNull(0.05);
  }

  /** An object with some of the four fields, each as it should be or not, and others. */
  static Arbitrary<Map<String, Object>> clientVersion() {
    return Arbitraries.maps(
            Arbitraries.of("code", "name", "version", "commit", "Code", ""),
            Arbitraries.frequencyOf(Tuple.of(12, text().asGeneric()), Tuple.of(1, value())))
        .ofMaxSize(6);
  }

  /** Null where the call comes without. */
  static Arbitrary<Object[]> params() {
    return Combinators.combine(
            Arbitraries.frequencyOf(Tuple.of(6, clientVersion().asGeneric()), Tuple.of(1, value())),
            value().list().ofMaxSize(2))
        .as(AnyParams::list)
        .map(AnyParams::asRead)
        .injectNull(0.02);
  }

  /** Any JSON. */
  private static Arbitrary<Object> value() {
    return Arbitraries.recursive(
        () ->
            Arbitraries.oneOf(
                text().asGeneric(),
                Arbitraries.integers().asGeneric(),
                Arbitraries.bigIntegers().asGeneric(),
                Arbitraries.doubles().asGeneric(),
                Arbitraries.of(true, false).asGeneric()),
        deeper ->
            Arbitraries.oneOf(
                deeper.list().ofMaxSize(3).asGeneric(),
                Arbitraries.maps(text().map(String::valueOf), deeper).ofMaxSize(3).asGeneric()),
        0,
        3);
  }

  private static List<Object> list(final Object first, final List<Object> more) {
    final Object[] all = new Object[more.size() + 1];
    all[0] = first;
    for (int i = 0; i < more.size(); i++) {
      all[i + 1] = more.get(i);
    }
    return Arrays.asList(all);
  }

  private static Object[] asRead(final List<Object> params) {
    try {
      return Wire.params(JSON.writeValueAsBytes(params));
    } catch (final IOException unwritable) {
      throw new AssertionError(unwritable);
    }
  }
}
