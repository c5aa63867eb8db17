// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.chain;

import static org.awaitility.Awaitility.await;

import io.besuplugins.clientversion.dsl.node.Distribution;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.node.NodeLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * One Besu and one Teku. Besu has no plugin at first.
 *
 * @param configurationFile what Besu reads in addition to its command line
 */
public record Chain(Path configurationFile, Node besu, TekuNode teku) implements AutoCloseable {

  /** JVM options that shorten the start of a node that runs for minutes. */
  static final String QUICK_START = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  /** Allows for a machine that does much else. */
  public static final Duration LIMIT = Duration.ofMinutes(5);

  private static final int LINES_OF_LOG = 60;

  /**
   * Starts a chain, does something with it, and stops it.
   *
   * @param directory an empty directory for Besu's configuration file
   * @throws AssertionError with the end of both logs, if it fails
   */
  public static void run(
      final Distribution distribution,
      final Teku teku,
      final Path directory,
      final Consumer<Chain> steps) {
    try (Chain chain = create(distribution, teku, directory)) {
      try {
        chain.teku.start();
        steps.accept(chain);
      } catch (final RuntimeException | AssertionError e) {
        throw new AssertionError(
            String.join(
                "\n", e.toString(), endOf(chain.besu.log().file()), endOf(chain.teku.log())),
            e);
      }
    }
  }

  /** Starts Besu, and prepares a Teku for Besu's first block. */
  private static Chain create(
      final Distribution distribution, final Teku release, final Path directory) {
    final Path file = writeConfiguration(directory.resolve("besu.toml"), "ETH");
    final Instant begin = Instant.now();
    final Node besu =
        NodeConfiguration.of(distribution, ChainGenesis.OF_BESU)
            .withoutPlugin()
            .with("--config-file=" + file, "--sync-mode=FULL", "--nat-method=NONE")
            .withEnvironment("JAVA_OPTS", QUICK_START)
            .start();
    // Teku takes up to three times as long to start.
    final Instant time = Instant.now().plus(Duration.between(begin, Instant.now()).multipliedBy(3));
    return new Chain(file, besu, TekuNode.create(release, besu, ChainGenesis.of(besu, time)));
  }

  /** Besu does not start if its RPC API names the plugin's and the plugin is not there. */
  private static Path writeConfiguration(final Path file, final String rpcApi) {
    try {
      return Files.writeString(file, "rpc-http-api=[\"%s\"]%n".formatted(rpcApi));
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Besu's client version, as Teku should report it. */
  public ReportedVersion versionOfBesu() {
    final Distribution distribution = besu.configuration().distribution();
    return new ReportedVersion("BU", "Besu", distribution.release(), distribution.commit());
  }

  public void restartBesu() {
    besu.stop();
    besu.start();
  }

  public void restartTeku() {
    teku.stop();
    teku.start();
  }

  /** Adds the jar and names its RPC API; both take effect with Besu's next start. */
  public void addPlugin() {
    final Path jar = Path.of(System.getProperty("plugin.jar"));
    try {
      Files.copy(jar, besu.directory().resolve("plugins").resolve(jar.getFileName()));
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
    writeConfiguration(configurationFile, "CLIENTVERSION");
  }

  /** Waits for blocks in consecutive slots, all of which begin after now. */
  public List<BeaconBlock> awaitConsecutiveBlocks(final int number) {
    final long last = Math.max(0, teku.currentSlot());
    return await(number + " blocks in consecutive slots after " + last)
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(500))
        .ignoreException(UncheckedIOException.class)
        .until(() -> newestBlocks(number, last), blocks -> blocks.size() == number);
  }

  /** The blocks of the last slots, without those up to a slot. */
  private List<BeaconBlock> newestBlocks(final int slots, final long after) {
    final long head = teku.headSlot();
    return LongStream.rangeClosed(Math.max(head - slots, after) + 1, head)
        .mapToObj(teku::block)
        .flatMap(Optional::stream)
        .toList();
  }

  private static String endOf(final Path log) {
    final List<String> lines = new NodeLog(log).lines();
    final int first = Math.max(0, lines.size() - LINES_OF_LOG);
    return "== The end of %s:%n%s"
        .formatted(log, String.join("\n", lines.subList(first, lines.size())));
  }

  @Override
  public void close() {
    teku.close();
    besu.close();
  }
}
