// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.besuplugins.clientversion.devnet.process.ProcessResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tools.ant.BuildException;
import org.apache.tools.ant.ComponentHelper;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.ProjectHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The download of a release, by the Ant file that the Maven profile {@code besu} runs. A server on
 * 127.0.0.1 has the same archive for every release, under {@code /half} only its first half.
 */
class BesuDownloadIT {

  private static final Path PROJECT = Path.of(System.getProperty("project.root"));

  @TempDir Path directory;

  private final Map<String, String> properties = new LinkedHashMap<>();
  private HttpServer server;
  private byte[] archive;
  private Path cached;

  @BeforeEach
  void offerRelease() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/whole", exchange -> sendPart(exchange, archive.length));
    server.createContext("/half", exchange -> sendPart(exchange, archive.length / 2));
    server.start();
    cached = directory.resolve("cache/besu-26.8.0.tar.gz");
    properties.put("besu.version", "26.8.0");
    properties.put("besu.download.url", address() + "/whole");
    properties.put("besu.cache", cached.getParent().toString());
    properties.put("besu.unpack.directory", directory.resolve("unpacked").toString());
    final Path distribution = directory.resolve("build/besu-26.8.0");
    Files.createDirectories(distribution.resolve("bin"));
    Files.writeString(distribution.resolve("bin/besu"), "#!/bin/sh\n");
    Files.writeString(distribution.resolve("LICENSE"), "a text");
    pack(distribution);
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void unpacksReleaseAndDownloadsItOnce() {
    download();
    server.stop(0);
    download();

    assertThat(directory.resolve("unpacked/besu-26.8.0/bin/besu")).isExecutable();
    assertThat(directory.resolve("unpacked/besu-26.8.0/LICENSE")).hasContent("a text");
    assertThat(cached).hasBinaryContent(archive);
  }

  @ParameterizedTest
  @CsvSource({
    "besu-26.8.0.tar.gz, 0",
    "besu-26.8.0.tar.gz, 100",
    "besu-26.8.0.tar.gz.part, 100",
  })
  void replacesBrokenOrIncompleteArchiveInCache(final String name, final int length)
      throws IOException {
    Files.createDirectories(cached.getParent());
    Files.write(cached.resolveSibling(name), Arrays.copyOf(archive, length));

    download();

    assertThat(cached).hasBinaryContent(archive);
    assertThat(cached.getParent().toFile().list()).containsExactly("besu-26.8.0.tar.gz");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "besu.sha256=WRONG | has SHA-256 RIGHT, not WRONG"
            + "| compare -Dbesu.sha256= and -Dbesu.download.url= with https://",
        "besu.version=24.8.0 besu.sha256= | not 9671157a623fb94005357bc409d1697a0d62bb6fd434b17"
            + "| compare -Dbesu.sha256= and -Dbesu.download.url= with https://",
        "besu.download.url=SERVER/half | SERVER/half/26.8.0/besu-26.8.0 | run the build again",
        "besu.download.url=SERVER/none | downloaded from SERVER/none/26.8.0/besu-26.8.0.tar.gz"
            + "| another address with -Dbesu.download.url=",
        "besu.download.url=http://127.0.0.1:1 | Besu 26.8.0 could not be downloaded"
            + "| another address with -Dbesu.download.url=",
        "besu.sha256=    | No SHA-256 is known for Besu 26.8.0: give -Dbesu.sha256="
            + "| https://github.com/besu-eth/besu/releases/tag/26.8.0",
        "besu.sha256=abc | No SHA-256 is known for Besu 26.8.0: give -Dbesu.sha256="
            + "| https://github.com/besu-eth/besu/releases/tag/26.8.0",
        "besu.home=/opt/besu | names installed nodes | give one of them",
      })
  void failureSaysWhatToDo(final String settings, final String problem, final String remedy) {
    final String[] message = {resolve(problem), resolve(remedy)};
    for (final String setting : resolve(settings).split(" ")) {
      final String[] nameAndValue = setting.split("=", 2);
      properties.put(nameAndValue[0], nameAndValue[1]);
    }

    assertThatThrownBy(this::download)
        .isInstanceOf(BuildException.class)
        .hasMessageContainingAll(message);
    assertThat(cached.getParent().toFile().list()).isNullOrEmpty();
    assertThat(directory.resolve("unpacked")).doesNotExist();
  }

  @Test
  void rejectsArchiveOfAnotherRelease() {
    properties.put("besu.version", "26.9.0");

    assertThatThrownBy(this::download).hasMessageContaining("is not a distribution of Besu 26.9.0");
  }

  @Test
  void mavenProfileDownloadsNodeThatRuns() throws Exception {
    pack(Path.of(System.getProperty("fake.besu.distributions"), "besu-24.8.0"));
    properties.put("besu.version", "24.8.0");
    final List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("maven.home"), "bin/mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-N", "initialize", "-Pbesu", "-Dspotless.skip"));
    command.add("-Dmaven.repo.local=" + System.getProperty("maven.repo.local"));
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));

    ProcessResult.of(new ProcessBuilder(command).directory(PROJECT.toFile())).linesOfSuccess();

    final String besu = directory.resolve("unpacked/besu-24.8.0/bin/besu").toString();
    assertThat(ProcessResult.of(new ProcessBuilder(besu, "--version")).linesOfSuccess())
        .contains("besu/v24.8.0");
  }

  private void download() {
    final Project project = new Project();
    // Without the system properties of this JVM, which may name installed nodes.
    ComponentHelper.getComponentHelper(project).initDefaultDefinitions();
    properties.forEach(project::setUserProperty);
    ProjectHelper.configureProject(
        project, PROJECT.resolve("integration-tests/src/test/besu-releases/download.xml").toFile());
    project.executeTarget(project.getDefaultTarget());
  }

  /** Packs a directory as Besu's releases are packed, and sets its checksum. */
  private void pack(final Path distribution) throws Exception {
    final Path file = directory.resolve("besu.tar.gz");
    ProcessResult.of(
            new ProcessBuilder(
                    "tar", "-czf", file.toString(), distribution.getFileName().toString())
                .directory(distribution.getParent().toFile()))
        .linesOfSuccess();
    archive = Files.readAllBytes(file);
    final byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(archive);
    properties.put("besu.sha256", HexFormat.of().formatHex(sha256));
  }

  /** Replaces the words in capitals, as of before the settings of a test. */
  private String resolve(final String text) {
    return text.replace("SERVER", address())
        .replace("RIGHT", properties.get("besu.sha256"))
        .replace("WRONG", "0".repeat(64));
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void sendPart(final HttpExchange exchange, final int length) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, archive.length);
      exchange.getResponseBody().write(archive, 0, length);
    }
  }
}
