// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.dsl.OnSharedNodes;
import io.besuplugins.clientversion.dsl.node.Distribution;
import io.besuplugins.clientversion.dsl.node.Genesis;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.process.ProcessResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of docs/install.md, run with local files in place of the release page. */
class InstallationCommandsIT {

  private static final Path GUIDE = Path.of(System.getProperty("project.root"), "docs/install.md");
  private static final Path BUILT_JAR = Path.of(System.getProperty("plugin.jar"));
  private static final String JAR = "besu-client-version-plugin-1.0.0.jar";

  /** Commands print how they were called; by default, nobody else can read a new file. */
  private static final String PREPARATION =
      """
      umask 077
      mkdir -p besu commands home release work
      cp "$BUILT_JAR" "release/$JAR"
      (cd release && sha256sum "$JAR" > "$JAR.sha256")
      for command in besu docker; do
        echo 'echo "BESU_OPTS=$BESU_OPTS ${0##*/} $*"' > commands/$command
        chmod +x commands/$command
      done
      export HOME="$PWD/home" PATH="$PWD/commands:$PATH"
      cd work
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "Distribution, besu/plugins,      rw-r--r--, " + JAR + ": OK",
    "Homebrew,     home/besu/plugins, rw-------, BESU_OPTS=-Dbesu.plugins.dir=PLUGINS besu --version",
    "Docker,       work/plugins,      rw-r--r--, docker run --rm -v PLUGINS:/opt/besu/plugins:ro hyperledger/besu:",
  })
  void blockInstallsJar(
      final String heading, final Path plugins, final String permissions, final String output)
      throws Exception {
    final Path installed = directory.resolve(plugins);

    assertThat(run(CodeBlock.of(GUIDE, heading, "shell").get(0).text()))
        .contains(output.replace("PLUGINS", installed.toString()));
    assertThat(installed.resolve(JAR)).hasSameBinaryContentAs(BUILT_JAR);
    assertThat(Files.getPosixFilePermissions(installed.resolve(JAR)))
        .isEqualTo(PosixFilePermissions.fromString(permissions));
  }

  @Test
  void commandsPrintWhatTheGuideShows() throws Exception {
    final List<String> shown =
        CodeBlock.of(GUIDE, "See that it works", "text").stream()
            .map(block -> block.text().strip())
            .map(text -> text.replace("1.0.0", System.getProperty("plugin.version")))
            .toList();
    final List<CodeBlock> commands = CodeBlock.of(GUIDE, "See that it works", "shell");
    final Node node =
        OnSharedNodes.Provider.node(
            NodeConfiguration.of(Distribution.FAKE_26_8_0, Genesis.PROOF_OF_STAKE));

    assertThat(node.log().pluginMessages()).first().isEqualTo("INFO " + shown.get(0));
    assertThat(commands).hasSize(2);
    for (int i = 0; i < commands.size(); i++) {
      final String command =
          commands
              .get(i)
              .text()
              .replace("http://127.0.0.1:8545", node.httpUrl().toString())
              .replace("http://127.0.0.1:9545/metrics", node.metricsUrl().toString());

      assertThat(command).doesNotContain(":8545", ":9545");
      assertThat(run(command).lines().filter(line -> !line.startsWith("#")))
          .containsExactly(shown.get(i + 1));
    }
  }

  /** Runs a block as an operator would, with the built jar in place of the published one. */
  private String run(final String block) {
    final String localBlock =
        block
            .replace("cd /opt/besu\n", "cd ../besu\n")
            .replaceAll("https://github\\.com/.+/", "file://" + directory + "/release/");
    final ProcessBuilder shell = new ProcessBuilder("sh", "-ec", PREPARATION + localBlock);
    shell
        .directory(directory.toFile())
        .environment()
        .putAll(Map.of("BUILT_JAR", BUILT_JAR.toString(), "JAR", JAR));
    return String.join("\n", ProcessResult.of(shell).linesOfSuccess());
  }
}
