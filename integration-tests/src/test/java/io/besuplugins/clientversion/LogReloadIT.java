package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodeSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A log4j configuration of the operator's own, which log4j reloads when the file changes. */
class LogReloadIT {

  private static final String ENGINE_METHOD =
      "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.ExecutionEngineJsonRpcMethod";

  @TempDir Path dir;

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#setupsThatAnswerByThemselves")
  void doesNotStopTheObserver(final NodeSetup setup) throws IOException {
    final Path file = dir.resolve("log4j2.xml");
    Files.writeString(file, configuration(""));
    try (Node node = setup.withVariable("LOG4J_CONFIGURATION_FILE", file.toString()).start()) {
      Files.writeString(
          file, configuration("<Logger name=\"" + ENGINE_METHOD + "\" level=\"TRACE\"/>"));

      final AtomicInteger version = new AtomicInteger();
      await("a call is printed at TRACE, as the new file says")
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                ask(node, version.incrementAndGet());
                return node.log().lines().stream().anyMatch(line -> line.contains("| TRACE |"));
              });
      ask(node, version.incrementAndGet());

      assertThat(node.log().saidByPlugin())
          .last()
          .asString()
          .endsWith(" to lighthouse v" + version + " (LH, no commit)");
    }
  }

  private static void ask(final Node node, final int version) {
    node.asked("[{\"code\":\"LH\",\"version\":\"v%d\"}]".formatted(version));
  }

  private static String configuration(final String logger) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Configuration status="WARN" monitorInterval="1">
      <Appenders>
        <Console name="Console" target="SYSTEM_OUT">
          <PatternLayout pattern="%%d | %%t | %%p | %%c{1} | %%msg%%n"/>
        </Console>
      </Appenders>
      <Loggers>
        %s
        <Root level="INFO"><AppenderRef ref="Console"/></Root>
      </Loggers>
    </Configuration>
    """
        .formatted(logger);
  }
}
