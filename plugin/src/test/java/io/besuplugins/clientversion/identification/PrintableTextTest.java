package io.besuplugins.clientversion.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {

  @Test
  void keepsWhatShows() {
    assertThat(PrintableText.of("v26.8.0+<Ünïcode> 灯台 🚨", 64))
        .isEqualTo("v26.8.0+<Ünïcode> 灯台 🚨");
  }

  @Test
  void isEmptyForNullAndForWhiteSpace() {
    assertThat(PrintableText.of(null, 64)).isEmpty();
    assertThat(PrintableText.of(" \t\r\n ", 64)).isEmpty();
  }

  @Test
  void losesSurroundingWhiteSpace() {
    assertThat(PrintableText.of(" Teku\n", 64)).isEqualTo("Teku");
  }

  @ParameterizedTest(name = "U+{0}")
  @CsvSource({
    "0000", "0009", "000A", "000D", "001B", "007F", "0085", "009B", "00AD", "061C", "200B", "200E",
    "2028", "2029", "202E", "2066", "FEFF", "E000", "FFFF", "E0001", "10FFFF"
  })
  void namesWhatDoesNotShow(final String hex) {
    final String hidden = Character.toString(Integer.parseInt(hex, 16));

    assertThat(PrintableText.of("a" + hidden + "b", 64)).isEqualTo("a<U+" + hex + ">b");
  }

  @ParameterizedTest
  @ValueSource(chars = {'\uD800', '\uDBFF', '\uDC00', '\uDFFF'})
  void namesAnUnpairedSurrogate(final char surrogate) {
    assertThat(PrintableText.of("a" + surrogate + "b", 64))
        .isEqualTo(String.format("a<U+%04X>b", (int) surrogate));
  }

  @Test
  void keepsTextThatJustFits() {
    assertThat(PrintableText.of("12345678", 8)).isEqualTo("12345678");
  }

  @Test
  void cutsLongerTextToTheLimit() {
    assertThat(PrintableText.of("123456789", 8)).isEqualTo("1234567…");
  }

  @Test
  void cutsBeforeASurrogatePairThatDoesNotFit() {
    assertThat(PrintableText.of("123456🚨89", 8)).isEqualTo("123456…");
  }

  @Test
  void staysWithinTheLimitWhenEscapesMakeTextLonger() {
    assertThat(PrintableText.of("\u0007".repeat(64), 16)).isEqualTo("<U+0007><U+0007…");
  }

  @Test
  void looksOnlyAtTheBeginningOfMegabytes() {
    assertThat(PrintableText.of("x".repeat(10_000_000), 64)).hasSize(64).endsWith("x…");
    assertThat(PrintableText.of(" ".repeat(10_000_000) + "x", 64)).isEmpty();
  }
}
