// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSanitizerTest {

  @Test
  void keepsPrintableText() {
    assertThat(TextSanitizer.sanitize("v26.8.0+<Ünïcode> 灯台 🚨", 64))
        .isEqualTo("v26.8.0+<Ünïcode> 灯台 🚨");
  }

  @Test
  void isEmptyForNullAndWhiteSpace() {
    assertThat(TextSanitizer.sanitize(null, 64)).isEmpty();
    assertThat(TextSanitizer.sanitize(" \t\r\n ", 64)).isEmpty();
  }

  @Test
  void stripsSurroundingWhiteSpace() {
    assertThat(TextSanitizer.sanitize(" Teku\n", 64)).isEqualTo("Teku");
  }

  @ParameterizedTest(name = "U+{0}")
  @CsvSource({
    "0000", "0009", "000A", "000D", "001B", "007F", "0085", "009B", "00AD", "061C", "200B", "200E",
    "2028", "2029", "202E", "2066", "FEFF", "E000", "FFFF", "E0001", "10FFFF"
  })
  void escapesNonPrintableCharacters(final String hex) {
    final String hidden = Character.toString(Integer.parseInt(hex, 16));

    assertThat(TextSanitizer.sanitize("a" + hidden + "b", 64)).isEqualTo("a<U+" + hex + ">b");
  }

  @ParameterizedTest
  @ValueSource(chars = {'\uD800', '\uDBFF', '\uDC00', '\uDFFF'})
  void escapesUnpairedSurrogates(final char surrogate) {
    assertThat(TextSanitizer.sanitize("a" + surrogate + "b", 64))
        .isEqualTo(String.format("a<U+%04X>b", (int) surrogate));
  }

  @Test
  void keepsTextOfTheMaximumLength() {
    assertThat(TextSanitizer.sanitize("12345678", 8)).isEqualTo("12345678");
  }

  @Test
  void truncatesLongerText() {
    assertThat(TextSanitizer.sanitize("123456789", 8)).isEqualTo("1234567…");
  }

  @Test
  void truncatesBeforeASurrogatePairThatDoesNotFit() {
    assertThat(TextSanitizer.sanitize("123456🚨89", 8)).isEqualTo("123456…");
  }

  @Test
  void countsEscapesTowardsTheMaximumLength() {
    assertThat(TextSanitizer.sanitize("\u0007".repeat(64), 16)).isEqualTo("<U+0007><U+0007…");
  }

  @Test
  void readsOnlyTheBeginningOfMegabytes() {
    assertThat(TextSanitizer.sanitize("x".repeat(10_000_000), 64)).hasSize(64).endsWith("x…");
    assertThat(TextSanitizer.sanitize(" ".repeat(10_000_000) + "x", 64)).isEmpty();
  }
}
