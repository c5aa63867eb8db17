// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredJavaTest {

  @ParameterizedTest
  @CsvSource({
    "24.4.0, 17", "24.5.4, 17", "24.6.0, 21", "24.10.0, 21",
    "26.5.0, 21", "26.6.0, 25", "26.8.0, 25", "26.9-develop-683880b, 25"
  })
  void knowsWhatEachReleaseOfBesuNeeds(final String release, final int version) {
    assertThat(RequiredJava.ofBesu(release).version()).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource({"24.8.0, 21", "26.4.0, 21", "26.6.0, 25", "26.8.0, 25"})
  void knowsWhatEachReleaseOfTekuNeeds(final String release, final int version) {
    assertThat(RequiredJava.ofTeku(release).version()).isEqualTo(version);
  }

  @Test
  void rejectsOlderJava() {
    final int running = Runtime.version().feature();
    final ProcessBuilder teku = new ProcessBuilder("teku");
    teku.environment().put("JAVA_HOME", System.getProperty("java.home"));

    assertThatThrownBy(() -> new RequiredJava("Teku", "26.8.0", running + 1).check(teku))
        .hasMessage(
            "Teku 26.8.0 needs Java %d, found %d: give -Dteku.java.home=", running + 1, running);
    assertThat(new RequiredJava("Teku", "26.8.0", running).check(teku)).isSameAs(teku);
    assertThat(new RequiredJava("Teku", "26.8.0", running - 1).check(teku)).isSameAs(teku);
  }
}
