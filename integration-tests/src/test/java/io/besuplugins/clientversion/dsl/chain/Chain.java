// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.chain;

import static java.util.function.Predicate.isEqual;
import static org.awaitility.Awaitility.await;

import io.besuplugins.clientversion.dsl.metrics.MetricsScrape;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionTimeoutException;

/** One Besu and one Teku. Besu has no plugin at first. */
public final class Chain implements AutoCloseable {

  /** JVM options that shorten the start of a node that runs for minutes. */
  static final String QUICK_START = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  /** Allows for a machine that does much else. */
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** How long Teku takes to report a response that it has received. */
  private static final Duration RESPONSE_LIMIT = Duration.ofSeconds(20);

  private static final int MAX_RESTARTS = 3;

  /** What Besu logs, with and without the plugin, when Teku asks again or stops waiting. */
  private static final List<String> WHEN_LATE =
      List.of("so cancelling block creation tasks", "Error streaming JSON-RPC response");

  private static final int LINES_OF_LOG = 60;

  private final Path configurationFile;
  private final Node besu;
  private final TekuNode teku;
  private int warningsWithoutPlugin;

  private Chain(final Path configurationFile, final Node besu, final TekuNode teku) {
    this.configurationFile = configurationFile;
    this.besu = besu;
    this.teku = teku;
  }

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
    try (Chain chain = start(distribution, teku, directory)) {
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

  private static Chain start(
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

  public Node besu() {
    return besu;
  }

  public TekuNode teku() {
    return teku;
  }

  /**
   * The kinds of lines at WARN and ERROR that Besu has logged, without numbers and hashes: those
   * before the plugin was added, from then on those after it.
   */
  public Set<String> kindsOfWarnings() {
    return besu.log().warningsAndErrors().stream()
        .skip(warningsWithoutPlugin)
        .filter(line -> WHEN_LATE.stream().noneMatch(line::contains))
        .map(line -> line.split(" \\| ", 3)[2].replaceAll("0x[0-9a-f]+|\\d+", "0"))
        .collect(Collectors.toCollection(TreeSet::new));
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
    warningsWithoutPlugin = besu.log().warningsAndErrors().size();
  }

  /** Restarts Besu and waits until Teku has called it. */
  public void restartBesuAndAwaitCall() {
    restartBesu();
    awaitMoreCallsThan(0);
  }

  /** Restarts Teku and waits until it has called Besu. */
  public void restartTekuAndAwaitCall() {
    teku.stop();
    final double calls = calls();
    teku.start();
    awaitMoreCallsThan(calls);
  }

  private void awaitMoreCallsThan(final double number) {
    await("more calls than " + number)
        .atMost(LIMIT)
        .ignoreException(UncheckedIOException.class)
        .until(() -> calls() > number);
  }

  /** How many calls the plugin has recorded since Besu's last start. */
  private double calls() {
    return MetricsScrape.of(besu).sum(MetricsScrape.CALLS);
  }

  /**
   * Restarts one of the two until Teku names Besu. Teku waits one second for the response to its
   * call, which a busy machine may take longer for, and calls again only after the next restart.
   */
  public void repeatUntilTekuNamesBesu(final Runnable restart) {
    for (int attempt = 1; attempt <= MAX_RESTARTS; attempt++) {
      restart.run();
      if (tekuNamesBesuSoon()) {
        return;
      }
    }
    throw new AssertionError(
        "Teku does not name Besu after %d restarts: %s"
            .formatted(MAX_RESTARTS, teku.executionClient()));
  }

  private boolean tekuNamesBesuSoon() {
    try {
      await().atMost(RESPONSE_LIMIT).until(teku::executionClient, isEqual(versionOfBesu()));
      return true;
    } catch (final ConditionTimeoutException e) {
      return false;
    }
  }

  /** Waits for blocks in consecutive slots, all of which begin after now. */
  public List<BeaconBlock> awaitConsecutiveBlocks(final int number) {
    final long head = teku.headSlot();
    return await(number + " blocks in consecutive slots after " + head)
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(500))
        .ignoreException(UncheckedIOException.class)
        .until(() -> newestBlocks(number, head), blocks -> blocks.size() == number);
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
    return "== The end of %s:%n%s"
        .formatted(
            log,
            String.join(
                "\n", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size())));
  }

  @Override
  public void close() {
    teku.close();
    besu.close();
  }
}
