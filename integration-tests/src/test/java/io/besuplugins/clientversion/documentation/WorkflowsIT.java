// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.besuplugins.clientversion.devnet.process.InstalledProgram;
import io.besuplugins.clientversion.devnet.process.ProcessResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The workflows in .github, and the scripts in .ci that they run. */
class WorkflowsIT {

  private static final Path PROJECT = Path.of(System.getProperty("project.root"));
  private static final String SHA256 = "0123456789abcdef".repeat(4);

  @TempDir Path directory;

  static List<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(PROJECT.resolve(".github/workflows"))) {
      return files.sorted().toList();
    }
  }

  @Test
  @EnabledIf(
      value =
          "io.besuplugins.clientversion.devnet.process.InstalledProgram#areNodeJsProgramsInstalled",
      disabledReason = InstalledProgram.NODE_JS_MISSING)
  void actionlintFindsNothing() throws IOException {
    final Path wrong = directory.resolve("wrong.yml");
    Files.writeString(
        wrong,
        "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
            + "      - run: echo ${{ steps.missing.outputs.x }}\n");

    final List<Path> linted = new ArrayList<>(workflows());
    linted.add(wrong);

    assertThat(Actionlint.lint(linted))
        .singleElement()
        .asString()
        .startsWith("wrong.yml:6:23 property \"missing\" is not defined");
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void actionsArePinnedByCommit(final Path workflow) throws IOException {
    assertThat(Files.readAllLines(workflow).stream().filter(line -> line.contains("uses:")))
        .isNotEmpty()
        .allMatch(line -> line.matches(" +(- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v\\d\\S+"));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void permissionsAreLeastAndNoSecretIsUsed(final Path workflow) throws IOException {
    final JsonNode permissions = read(workflow).get("permissions");

    assertThat(permissions.toString()).isEqualTo("{\"contents\":\"read\"}");
    assertThat(Files.readString(workflow)).doesNotContain("secrets.", "pull_request_target");
  }

  @Test
  void onlyTheDraftOfAReleaseMayWrite() throws IOException {
    for (final Path workflow : workflows()) {
      final JsonNode jobs = read(workflow).get("jobs");
      jobs.fieldNames()
          .forEachRemaining(
              job ->
                  assertThat(jobs.get(job).has("permissions"))
                      .as(job)
                      .isEqualTo(job.equals("draft")));
    }
  }

  @Test
  void buildRunsTheTestCommandOfTheReadme() throws IOException {
    final String command = "mvn -B -ntp verify";

    assertThat(Files.readString(PROJECT.resolve("README.md"))).contains(command);
    assertThat(Files.readString(workflow("build.yml"))).contains("- run: " + command + "\n");
    assertThat(Files.readString(workflow("release.yml"))).contains("- run: " + command + "\n");
  }

  @Test
  void releaseNotesAreTheSectionOfTheVersion() throws IOException {
    final List<String> changelog = Files.readAllLines(PROJECT.resolve("CHANGELOG.md"));
    final String heading =
        changelog.stream().filter(line -> line.startsWith("## ")).findFirst().orElseThrow();
    final String version = heading.replaceFirst("## ([^ ,]+).*", "$1");

    final String notes = releaseNotes(version);

    assertThat(notes).contains("- ").doesNotContain("\n## ");
    assertThat(changelog).containsAll(notes.lines().toList());
    assertThatThrownBy(() -> releaseNotes("99.9.9"))
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
  @EnabledIf(
      value = "io.besuplugins.clientversion.devnet.process.InstalledProgram#isJqInstalled",
      disabledReason = InstalledProgram.JQ_MISSING)
  void checksumOfBesuIsReadFromItsReleasePage(final String release, final String expected)
      throws IOException {
    final Path page =
        Files.writeString(
            directory.resolve("release.json"),
            release.replace("SHA", SHA256).replace("HEX", "f".repeat(64)));

    final String printed =
        run(new ProcessBuilder("bash", ".ci/besu-sha256", "26.8.0").redirectInput(page.toFile()));

    assertThat(printed).isEqualTo("sha256=" + expected.replace("SHA", SHA256));
  }

  private static String releaseNotes(final String version) {
    return run(new ProcessBuilder("bash", ".ci/release-notes", version));
  }

  private static String run(final ProcessBuilder command) {
    return String.join(
        "\n", ProcessResult.of(command.directory(PROJECT.toFile())).linesOfSuccess());
  }

  private static Path workflow(final String name) {
    return PROJECT.resolve(".github/workflows").resolve(name);
  }

  private static JsonNode read(final Path workflow) throws IOException {
    return new YAMLMapper().readTree(workflow.toFile());
  }
}
