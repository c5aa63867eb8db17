// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.ClientVersionPlugin;
import io.besuplugins.clientversion.besu.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hyperledger.besu.config.MergeConfiguration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.slf4j.LoggerFactory;

/**
 * The plugin's share of Besu's start, once in each JVM, because only the first start loads classes.
 * The libraries have been used before, as Besu has before it calls plugins.
 */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(10)
@Measurement(iterations = 1)
public class StartBenchmark {

  private final BesuStandIn besu = new BesuStandIn();

  /** The mode in which the plugin is to start. */
  @Param({"ANSWER", "OBSERVE"})
  private Mode mode;

  private String[] arguments;

  /** Starts Besu as far as the plugin can tell. */
  @Setup
  public void startBesu() throws IOException {
    final String genesis =
        mode == Mode.ANSWER
            ? "{\"config\":{\"chainId\":1337,\"qbft\":{}}}"
            : "{\"config\":{\"chainId\":1337,\"terminalTotalDifficulty\":0}}";
    final Path genesisFile = Files.createTempFile("genesis", ".json");
    genesisFile.toFile().deleteOnExit();
    Files.writeString(genesisFile, genesis);
    LoggerFactory.getLogger(StartBenchmark.class)
        .info("Genesis: {}", new ObjectMapper().readTree(genesis));
    MergeConfiguration.setMergeEnabled(mode == Mode.OBSERVE);
    arguments = new String[] {"--genesis-file=" + genesisFile, "--rpc-http-enabled"};
    besu.parse(arguments);
  }

  /** Creates and registers the plugin and calls it up to the start of Besu's services. */
  @Benchmark
  public ClientVersionPlugin start() {
    final ClientVersionPlugin plugin = new ClientVersionPlugin();
    plugin.register(besu);
    besu.parse(arguments);
    plugin.beforeExternalServices();
    plugin.start();
    return plugin;
  }

  /** Fails if the plugin is in another mode. */
  @TearDown
  public void check() {
    final String status = besu.call("clientversion_executionClient").toString();
    if (!status.contains("mode=" + mode)) {
      throw new IllegalStateException("Expected " + mode + " but the plugin's status is " + status);
    }
  }
}
