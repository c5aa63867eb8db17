// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.besuplugins.clientversion.devnet.process.ProcessResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tools.ant.BuildException;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.ProjectHelper;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The download of a release, by the Ant file that the Maven profile {@code besu} runs. */
class BesuDownloadIT {

  private static final Path ANT_FILE =
      Path.of(
          System.getProperty("project.root"),
          "integration-tests/src/test/besu-releases/download.xml");

  @TempDir Path directory;

  private final Map<String, String> properties = new LinkedHashMap<>();
  private ReleaseServer server;
  private byte[] archive;
  private Path cached;

  @BeforeEach
  void offerRelease() throws IOException {
    final Path distribution = directory.resolve("build/besu-26.8.0");
    Files.createDirectories(distribution.resolve("bin"));
    Files.createDirectories(distribution.resolve("lib"));
    Files.writeString(distribution.resolve("bin/besu"), "#!/bin/sh\n");
    Files.writeString(distribution.resolve("lib/besu.jar"), "a jar");
    archive = ReleaseArchive.pack(distribution, directory.resolve("besu.tar.gz"));
    server = ReleaseServer.start();
    server.offer("26.8.0", archive);
    cached = directory.resolve("cache/besu-26.8.0.tar.gz");
    properties.put("besu.version", "26.8.0");
    properties.put("besu.sha256", ReleaseArchive.sha256(archive));
    properties.put("besu.download.url", server.address());
    properties.put("besu.cache", directory.resolve("cache").toString());
    properties.put("besu.unpack.directory", directory.resolve("unpacked").toString());
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void unpacksReleaseAndKeepsItsArchive() throws IOException {
    download();

    assertThat(directory.resolve("unpacked/besu-26.8.0/bin/besu")).isExecutable();
    assertThat(directory.resolve("unpacked/besu-26.8.0/lib/besu.jar")).hasContent("a jar");
    assertThat(cached).hasBinaryContent(archive);
    assertThat(cached.getParent().toFile().list()).containsExactly("besu-26.8.0.tar.gz");
  }

  @Test
  void downloadsReleaseOnce() {
    download();
    download();

    assertThat(server.requests()).isEqualTo(1);
    assertThat(directory.resolve("unpacked/besu-26.8.0/bin/besu")).isExecutable();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void replacesBrokenArchiveInCache(final int length) throws IOException {
    Files.createDirectories(cached.getParent());
    Files.write(cached, Arrays.copyOf(archive, length));

    download();

    assertThat(server.requests()).isEqualTo(1);
    assertThat(cached).hasBinaryContent(archive);
  }

  @Test
  void doesNotUseLeftoverOfInterruptedDownload() throws IOException {
    Files.createDirectories(cached.getParent());
    Files.write(cached.resolveSibling("besu-26.8.0.tar.gz.part"), Arrays.copyOf(archive, 100));

    download();

    assertThat(cached).hasBinaryContent(archive);
  }

  @Test
  void rejectsWrongChecksum() {
    properties.put("besu.sha256", "0".repeat(64));

    assertThatDownloadFails()
        .hasMessageContaining(ReleaseArchive.sha256(archive) + ", not " + "0".repeat(64))
        .hasMessageContaining("compare -Dbesu.sha256= and -Dbesu.download.url= with https://");
  }

  @Test
  void rejectsHalfOfAnArchive() {
    server.breakConnections();

    assertThatDownloadFails().hasMessageContaining("run the build again");
  }

  @Test
  void saysWhatToDoWhenReleaseIsNotThere() {
    properties.put("besu.version", "99.9.0");

    assertThatDownloadFails()
        .hasMessageContaining(
            "Besu 99.9.0 could not be downloaded from "
                + server.address()
                + "/99.9.0/besu-99.9.0.tar.gz")
        .hasMessageContaining("-Dbesu.download.url=");
  }

  @Test
  void saysWhatToDoWhenServerIsNotThere() {
    server.close();

    assertThatDownloadFails().hasMessageContaining("-Dbesu.download.url=");
  }

  @Test
  void usesChecksumFromTable() {
    properties.put("besu.version", "24.8.0");
    properties.remove("besu.sha256");
    server.offer("24.8.0", archive);

    assertThatDownloadFails()
        .hasMessageContaining(
            "not 9671157a623fb94005357bc409d1697a0d62bb6fd434b1733441bb301a9534a4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc"})
  void asksForChecksumThatIsInNoTable(final String given) {
    properties.put("besu.sha256", given);

    assertThatDownloadFails()
        .hasMessageContaining("No SHA-256 is known for Besu 26.8.0: give -Dbesu.sha256=")
        .hasMessageContaining("https://github.com/besu-eth/besu/releases/tag/26.8.0");
    assertThat(server.requests()).isZero();
  }

  @Test
  void rejectsArchiveOfAnotherRelease() {
    properties.put("besu.version", "26.9.0");
    server.offer("26.9.0", archive);

    assertThatThrownBy(this::download).hasMessageContaining("is not a distribution of Besu 26.9.0");
  }

  @Test
  void rejectsInstalledNodesBesideRelease() {
    properties.put("besu.home", "/opt/besu");

    assertThatDownloadFails().hasMessageContaining("give one of them");
  }

  @Test
  void mavenProfileDownloadsNodeThatRuns() throws IOException {
    final byte[] fake =
        ReleaseArchive.pack(
            Path.of(System.getProperty("fake.besu.distributions"), "besu-24.8.0"),
            directory.resolve("fake.tar.gz"));
    server.offer("24.8.0", fake);
    properties.put("besu.version", "24.8.0");
    properties.put("besu.sha256", ReleaseArchive.sha256(fake));
    final List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("maven.home"), "bin/mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-N", "initialize", "-Pbesu", "-Dspotless.skip"));
    command.add("-Dmaven.repo.local=" + System.getProperty("maven.repo.local"));
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));

    ProcessResult.of(
            new ProcessBuilder(command).directory(new File(System.getProperty("project.root"))))
        .linesOfSuccess();

    final String besu = directory.resolve("unpacked/besu-24.8.0/bin/besu").toString();
    assertThat(ProcessResult.of(new ProcessBuilder(besu, "--version")).linesOfSuccess())
        .contains("besu/v24.8.0");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertThatDownloadFails() {
    final AbstractThrowableAssert<?, ? extends Throwable> failure =
        assertThatThrownBy(this::download).isInstanceOf(BuildException.class);
    assertThat(cached).doesNotExist();
    assertThat(directory.resolve("unpacked")).doesNotExist();
    return failure;
  }

  private void download() {
    final Project project = new Project();
    project.init();
    properties.forEach(project::setUserProperty);
    ProjectHelper.configureProject(project, ANT_FILE.toFile());
    project.executeTarget(project.getDefaultTarget());
  }
}
