// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.documentation;

import static io.besuplugins.clientversion.dsl.process.InstalledProgram.DOCKER_COMPOSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.besuplugins.clientversion.dsl.process.EnabledIfInstalled;
import io.besuplugins.clientversion.dsl.process.ProcessResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The blocks of the documentation that operators copy, and the workflows. */
class SyntaxIT {

  private static final Path PROJECT = Path.of(System.getProperty("project.root"));

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("yamlBlocks")
  void yamlParses(final CodeBlock block) {
    assertThat(block.yaml().isContainerNode()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("shellBlocks")
  void shellParses(final CodeBlock block) throws IOException {
    final Path script = Files.writeString(directory.resolve("block.sh"), block.text());

    assertThat(ProcessResult.of(new ProcessBuilder("bash", "-n", script.toString())).lines())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("composeBlocks")
  @EnabledIfInstalled(DOCKER_COMPOSE)
  void dockerComposeMergesBlock(final CodeBlock block) throws IOException {
    final String service = block.yaml().get("services").fieldNames().next();
    final Path base =
        Files.writeString(
            directory.resolve("compose.yaml"),
            "services:\n  %s:\n    image: hyperledger/besu:26.8.0\n".formatted(service));
    final Path override = Files.writeString(directory.resolve("override.yaml"), block.text());

    assertThat(
            DOCKER_COMPOSE.run(
                directory, "-f", base.toString(), "-f", override.toString(), "config"))
        .anyMatch(line -> line.endsWith("image: hyperledger/besu:26.8.0"))
        .anyMatch(line -> line.contains(service));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void workflowParses(final Path workflow) throws IOException {
    assertThat(new YAMLMapper().readTree(workflow.toFile()).has("jobs")).isTrue();
  }

  static Stream<CodeBlock> yamlBlocks() throws IOException {
    return blocks("yaml");
  }

  static Stream<CodeBlock> shellBlocks() throws IOException {
    return blocks("shell");
  }

  static Stream<CodeBlock> composeBlocks() throws IOException {
    return yamlBlocks().filter(block -> block.yaml().has("services"));
  }

  static List<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(PROJECT.resolve(".github/workflows"))) {
      return files.sorted().toList();
    }
  }

  private static Stream<CodeBlock> blocks(final String language) throws IOException {
    final List<CodeBlock> blocks = new ArrayList<>();
    for (final Path document : DocumentationIT.documents()) {
      blocks.addAll(CodeBlock.of(document));
    }
    return blocks.stream().filter(block -> block.language().equals(language));
  }
}
