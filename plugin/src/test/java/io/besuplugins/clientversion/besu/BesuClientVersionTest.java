// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.util.jar.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BesuClientVersionTest {

  @Test
  void reportsVersionAndShortCommitOfTheManifest() {
    assertThat(identity("26.8.0", "F2557D7C9f8e7d6c5b4a39281706f5e4d3c2b1a0"))
        .isEqualTo(new ClientVersion("BU", "Besu", "26.8.0", "f2557d7c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "24.4.0 34fc5eed", "24.5.0 a016e597", "24.5.1 f1d3a7d5", "24.5.2 0cca642b",
        "24.5.3 8425b1e8", "24.5.4 8425b1e8", "24.6.0 c3f7f876", "24.7.0 3a73dccd",
        "24.7.1 51bb6c78", "24.8.0 ac9f8bbd"
      })
  void knowsTheCommitsOfReleasesWhoseManifestHasNone(final String releaseAndCommit) {
    final String[] expected = releaseAndCommit.split(" ");
    assertThat(identity(expected[0], null).commit()).isEqualTo(expected[1]);
  }

  @Test
  void prefersTheManifestsCommitToTheTable() {
    assertThat(identity("24.8.0", "0123456789abcdef0123456789abcdef01234567").commit())
        .isEqualTo("01234567");
  }

  @ParameterizedTest
  @CsvSource({"24.8-develop-0dd215c,", "26.9.0,", "26.8.0, xxxxxxxx", "26.8.0, abc", "26.8.0, ''"})
  void reportsEightZerosIfTheCommitIsUnknown(final String version, final String commit) {
    assertThat(identity(version, commit).commit()).isEqualTo("00000000");
  }

  @Test
  void reportsUnknownVersionIfTheManifestHasNone() {
    assertThat(identity(null, null))
        .isEqualTo(new ClientVersion("BU", "Besu", "UNKNOWN", "00000000"));
  }

  private static ClientVersion identity(final String version, final String commit) {
    final Attributes manifest = new Attributes();
    if (version != null) {
      manifest.putValue("Implementation-Version", version);
    }
    if (commit != null) {
      manifest.putValue("Commit-Hash", commit);
    }
    return BesuClientVersion.fromManifest(manifest);
  }
}
