// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntrustedTextTest {

  @Test
  void keepsPrintableAsciiWithoutQuotationMarksAndBackslashes() {
    final String kept =
        " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz"
            + "{|}~";
    assertThat(UntrustedText.sanitize("a" + kept, 128)).isEqualTo("a" + kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000", "0009", "000A", "000D", "001B", "0022", "005C", "007F", "0085", "00A0", "00AD",
        "00DC", "05D0", "0627", "061C", "200B", "202E", "2028", "2800", "3164", "4E16", "FEFF",
        "E000", "FFFF", "1F6A8", "10FFFF", "D800", "DBFF", "DC00", "DFFF"
      })
  void replacesEveryOtherCharacter(final String hex) {
    final String character = Character.toString(Integer.parseInt(hex, 16));
    assertThat(UntrustedText.sanitize("a" + character + "b", 64)).isEqualTo("a<U+" + hex + ">b");
    assertThat(UntrustedText.sanitize(character, 64)).isEqualTo("<U+" + hex + ">");
  }

  @ParameterizedTest
  @CsvSource(value = {"'  Teku v1 ',Teku v1", "'     ',''", "'',''", ",''", "'a  b',a  b"})
  void dropsSurroundingSpaces(final String text, final String expected) {
    assertThat(UntrustedText.sanitize(text, 64)).isEqualTo(expected);
  }

  @Test
  void truncatesToTheMaximumLength() {
    assertThat(UntrustedText.sanitize("12345678", 8)).isEqualTo("12345678");
    assertThat(UntrustedText.sanitize("123456789", 8)).isEqualTo("12345...");
    assertThat(UntrustedText.sanitize("1\u0007", 9)).isEqualTo("1<U+0007>");
    assertThat(UntrustedText.sanitize("12\u0007", 9)).isEqualTo("12<U+0...");
  }

  @Test
  void dropsMegabytesOfSpacesBeforeItTruncates() {
    final String spaces = " ".repeat(5_000_000);
    assertThat(UntrustedText.sanitize(spaces + "Teku" + spaces, 8)).isEqualTo("Teku");
  }

  @Test
  void readsOnlyTheBeginningOfMegabytes() {
    assertThat(UntrustedText.sanitize("\n".repeat(10_000_000), 16)).isEqualTo("<U+000A><U+00...");
  }
}
