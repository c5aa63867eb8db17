// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredJavaTest {

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "24.4.0, 17",
    "24.5.4, 17",
    "24.6.0, 21",
    "24.10.0, 21",
    "26.5.0, 21",
    "26.6.0, 25",
    "26.8.0, 25",
    "26.9-develop-683880b, 25"
  })
  void knowsWhatEachReleaseNeeds(final String release, final int version) {
    assertThat(RequiredJava.of(release).version()).isEqualTo(version);
  }

  @Test
  void rejectsOlderJava() throws IOException {
    final ProcessBuilder besu = besuOnJava(21);

    assertThatThrownBy(() -> RequiredJava.of("26.8.0").check(besu))
        .hasMessage("Besu 26.8.0 needs Java 25, found 21: give -Dbesu.java.home=");
  }

  @ParameterizedTest
  @CsvSource({"25", "26"})
  void acceptsSameOrNewerJava(final int version) throws IOException {
    final ProcessBuilder besu = besuOnJava(version);

    assertThat(RequiredJava.of("26.8.0").check(besu)).isSameAs(besu);
  }

  @Test
  void readsVersionOfARealJava() {
    final ProcessBuilder besu = new ProcessBuilder("besu");
    besu.environment().put("JAVA_HOME", System.getProperty("java.home"));
    final int running = Runtime.version().feature();

    assertThatThrownBy(() -> new RequiredJava("99.9.0", running + 1).check(besu))
        .hasMessageContaining("found " + running + ":");
    assertThat(new RequiredJava("99.9.0", running).check(besu)).isSameAs(besu);
  }

  private ProcessBuilder besuOnJava(final int version) throws IOException {
    final Path java = home.resolve("bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(
        java, "#!/bin/sh\necho '    java.specification.version = %d' >&2\n".formatted(version));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    final ProcessBuilder besu = new ProcessBuilder("besu");
    besu.environment().put("JAVA_HOME", home.toString());
    return besu;
  }
}
