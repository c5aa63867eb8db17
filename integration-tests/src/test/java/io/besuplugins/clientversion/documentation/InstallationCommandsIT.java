// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.besuplugins.clientversion.devnet.node.Distribution;
import io.besuplugins.clientversion.devnet.node.Genesis;
import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import io.besuplugins.clientversion.devnet.process.ProcessResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/install.md, run with a server and commands of this test's own. */
class InstallationCommandsIT {

  private static final Path GUIDE = Path.of(System.getProperty("project.root"), "docs/install.md");

  @TempDir Path directory;

  @Test
  void distributionBlockInstallsReadableJar() throws Exception {
    final Path besu = Files.createDirectories(directory.resolve("besu"));

    run(textOf("Distribution", "shell").replace("/opt/besu", besu.toString()));

    assertIsInstalled(besu.resolve("plugins/besu-client-version-plugin-1.0.0.jar"));
  }

  @Test
  void homebrewBlockKeepsJarOutOfTheCellar() throws Exception {
    final String printed = run(textOf("Homebrew", "shell"));

    final Path plugins = directory.resolve("home/besu/plugins");
    assertThat(plugins.resolve("besu-client-version-plugin-1.0.0.jar"))
        .hasSameBinaryContentAs(Path.of(System.getProperty("plugin.jar")));
    assertThat(printed).contains("besu --version with BESU_OPTS=-Dbesu.plugins.dir=" + plugins);
  }

  @Test
  void dockerBlockMountsReadableJar() throws Exception {
    final String printed = run(textOf("Docker", "shell"));

    final Path plugins = directory.resolve("work/plugins");
    assertIsInstalled(plugins.resolve("besu-client-version-plugin-1.0.0.jar"));
    assertThat(printed).contains("-v " + plugins + ":/opt/besu/plugins:ro ");
  }

  @Test
  void commandsPrintWhatTheGuideShows() throws Exception {
    final List<String> shown = blocks("See that it works", "text");
    final List<String> commands = blocks("See that it works", "shell");
    try (Node node =
        NodeConfiguration.of(Distribution.FAKE_26_8_0, Genesis.MERGE)
            .with("--rpc-http-api=ETH,CLIENTVERSION")
            .start()) {
      assertThat(node.log().pluginMessages()).containsExactly("INFO " + shown.get(0));
      for (int i = 0; i < commands.size(); i++) {
        final String command =
            commands
                .get(i)
                .replace("http://127.0.0.1:8545", node.httpUrl().toString())
                .replace("http://127.0.0.1:9545/metrics", node.metricsUrl().toString());

        assertThat(command).doesNotContain(":8545", ":9545");
        assertThat(run(command).lines().filter(line -> !line.startsWith("#")))
            .containsExactly(shown.get(i + 1));
      }
    }
    assertThat(commands).hasSize(2);
  }

  /** The stripped texts of all such blocks, with the version that was built. */
  private static List<String> blocks(final String heading, final String language)
      throws IOException {
    return CodeBlock.of(GUIDE).stream()
        .filter(block -> block.heading().equals(heading) && block.language().equals(language))
        .map(block -> block.text().strip().replace("1.0.0", System.getProperty("plugin.version")))
        .toList();
  }

  private static void assertIsInstalled(final Path jar) throws IOException {
    assertThat(jar).hasSameBinaryContentAs(Path.of(System.getProperty("plugin.jar")));
    assertThat(Files.getPosixFilePermissions(jar)).contains(PosixFilePermission.OTHERS_READ);
  }

  /** Runs a block as an operator would, with a server and commands of this test's own. */
  private String run(final String block) throws Exception {
    final Path commands = Files.createDirectories(directory.resolve("commands"));
    for (final String command : List.of("besu", "docker")) {
      final Path file =
          Files.writeString(
              commands.resolve(command),
              "#!/bin/sh\necho %s \"$@\" with BESU_OPTS=$BESU_OPTS\n".formatted(command));
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    final HttpServer server = releaseServer();
    try {
      final String script =
          "umask 077\nexport HOME=%s PATH=%s:$PATH\nmkdir -p $HOME work\ncd work\n"
                  .formatted(directory.resolve("home"), commands)
              + block.replaceAll(
                  "https://github\\.com/.+/",
                  "http://127.0.0.1:" + server.getAddress().getPort() + "/");
      return String.join(
          "\n",
          ProcessResult.of(new ProcessBuilder("sh", "-ec", script).directory(directory.toFile()))
              .linesOfSuccess());
    } finally {
      server.stop(0);
    }
  }

  private static HttpServer releaseServer() throws IOException {
    final byte[] jar = Files.readAllBytes(Path.of(System.getProperty("plugin.jar")));
    final HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            final byte[] content =
                exchange.getRequestURI().getPath().endsWith(".sha256")
                    ? (sha256(jar) + "  besu-client-version-plugin-1.0.0.jar\n")
                        .getBytes(StandardCharsets.UTF_8)
                    : jar;
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
          }
        });
    server.start();
    return server;
  }

  private static String sha256(final byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (final NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String textOf(final String heading, final String language) throws IOException {
    return CodeBlock.text(CodeBlock.of(GUIDE), heading, language);
  }
}
