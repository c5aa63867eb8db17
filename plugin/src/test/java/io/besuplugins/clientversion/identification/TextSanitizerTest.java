// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSanitizerTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "v26.8.0+<Ünïcode> 灯台 🚨, 64, v26.8.0+<Ünïcode> 灯台 🚨",
        "\"\t Teku\n\", 64, Teku",
        "\" \t\r\n \", 64, \"\"",
        ", 64, \"\""
      })
  void keepsPrintableTextAndStripsSurroundingWhiteSpace(
      final String text, final int maxLength, final String expected) {
    assertThat(TextSanitizer.sanitize(text, maxLength)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000", "0009", "000A", "000D", "001B", "007F", "0085", "009B", "00AD", "061C", "200B",
        "200E", "2028", "2029", "202E", "2066", "FEFF", "E000", "FFFF", "E0001", "10FFFF", "D800",
        "DBFF", "DC00", "DFFF"
      })
  void escapesNonPrintableCharactersAndUnpairedSurrogates(final String hex) {
    final String character = Character.toString(Integer.parseInt(hex, 16));
    assertThat(TextSanitizer.sanitize("a" + character + "b", 64)).isEqualTo("a<U+" + hex + ">b");
  }

  @Test
  void truncatesToTheMaximumLength() {
    assertThat(TextSanitizer.sanitize("12345678", 8)).isEqualTo("12345678");
    assertThat(TextSanitizer.sanitize("123456789", 8)).isEqualTo("1234567…");
    assertThat(TextSanitizer.sanitize("123456🚨89", 8)).as("no half pair").isEqualTo("123456…");
    assertThat(TextSanitizer.sanitize("\u0007".repeat(64), 16)).isEqualTo("<U+0007><U+0007…");
  }

  @Test
  void readsOnlyTheBeginningOfMegabytes() {
    assertThat(TextSanitizer.sanitize("x".repeat(10_000_000), 64)).hasSize(64).endsWith("x…");
    assertThat(TextSanitizer.sanitize(" ".repeat(10_000_000) + "x", 64)).isEmpty();
  }
}
