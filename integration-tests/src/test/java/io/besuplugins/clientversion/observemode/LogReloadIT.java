// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.observemode;

import static io.besuplugins.clientversion.dsl.node.NodeSelection.OBSERVE_MODE_ON_PROOF_OF_STAKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.besuplugins.clientversion.dsl.OnNewNodes;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

/** The operator has a log4j configuration file, which log4j reloads when it changes. */
class LogReloadIT {

  private static final String ENGINE_METHOD =
      "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.ExecutionEngineJsonRpcMethod";

  @TempDir Path directory;

  @OnNewNodes(OBSERVE_MODE_ON_PROOF_OF_STAKE)
  void doesNotStopTheObserver(final NodeConfiguration configuration) throws IOException {
    final Path file = Files.writeString(directory.resolve("log4j2.xml"), log4jConfiguration(""));
    try (Node node =
        configuration.withEnvironment("LOG4J_CONFIGURATION_FILE", file.toString()).start()) {
      Files.writeString(
          file, log4jConfiguration("<Logger name=\"" + ENGINE_METHOD + "\" level=\"TRACE\"/>"));

      final AtomicInteger version = new AtomicInteger();
      await("calls are logged at TRACE as the changed file says")
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                call(node, version.incrementAndGet());
                return node.log().lines().stream().anyMatch(line -> line.contains("| TRACE |"));
              });
      call(node, version.incrementAndGet());

      assertThat(node.log().pluginMessages())
          .last()
          .asString()
          .endsWith(" to lighthouse v" + version + " (LH, no commit)");
    }
  }

  private static void call(final Node node, final int version) {
    node.getClientVersion("[{\"code\":\"LH\",\"version\":\"v%d\"}]".formatted(version));
  }

  private static String log4jConfiguration(final String logger) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Configuration monitorInterval="1">
      <Appenders>
        <Console name="Console">
          <PatternLayout pattern="%%d | %%t | %%p | %%c{1} | %%msg%%n"/>
        </Console>
      </Appenders>
      <Loggers>%s<Root level="INFO"><AppenderRef ref="Console"/></Root></Loggers>
    </Configuration>
    """
        .formatted(logger);
  }
}
