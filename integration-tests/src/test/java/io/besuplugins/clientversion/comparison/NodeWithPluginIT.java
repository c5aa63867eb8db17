// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.comparison;

import static io.besuplugins.clientversion.dsl.node.NodeSelection.ALL;
import static io.besuplugins.clientversion.dsl.node.NodeSelection.OBSERVE_MODE_ON_PROOF_OF_STAKE;
import static io.besuplugins.clientversion.dsl.node.NodeSelection.ONE_PER_MODE;
import static io.besuplugins.clientversion.dsl.node.NodeSelection.PROOF_OF_STAKE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.dsl.OnNewNodes;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A node with the plugin starts, responds, logs and stops as it does without the plugin, and each
 * consensus client is recorded.
 */
class NodeWithPluginIT {

  private static final String METHODS =
      "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods";

  @TempDir Path directory;

  @OnNewNodes(ALL)
  void behavesTheSameByDefault(final NodeConfiguration configuration) {
    assertSameBehaviour(configuration);
  }

  @OnNewNodes(PROOF_OF_STAKE)
  void behavesTheSameAtDebug(final NodeConfiguration configuration) {
    assertSameBehaviour(configuration.with("--logging=DEBUG"));
  }

  @OnNewNodes(PROOF_OF_STAKE)
  void behavesTheSameAtTrace(final NodeConfiguration configuration) {
    assertSameBehaviour(configuration.with("--logging=TRACE"));
  }

  @OnNewNodes(PROOF_OF_STAKE)
  void behavesTheSameWhileLevelsChange(final NodeConfiguration configuration) {
    try (ComparedNodes nodes = ComparedNodes.start(configuration)) {
      for (final String levels :
          List.of(
              "[\"DEBUG\",[\"%s\"]]".formatted(METHODS),
              "[\"INFO\",[\"%s\"]]".formatted(METHODS),
              "[\"TRACE\",[\"%s\"]]".formatted(METHODS),
              "[\"TRACE\",[\"%s.ExecutionEngineJsonRpcMethod\"]]".formatted(METHODS),
              "[\"DEBUG\"]",
              "[\"INFO\"]",
              "[\"TRACE\",[\"org.hyperledger.besu.ethereum.api.jsonrpc\"]]",
              "[\"OFF\"]",
              "[\"INFO\"]")) {
        nodes.changeLogLevel(levels);
        nodes.callAll();
        nodes.assertSameOutput();
      }
      nodes.assertAllCallsRecorded();
    }
  }

  @ParameterizedTest
  @MethodSource("operatorsFiles")
  void behavesTheSameWithFiltersAndPatternsOfOperator(
      final NodeConfiguration configuration, final Log4jFile file) throws IOException {
    assertSameBehaviour(with(configuration, file.write(directory.resolve("log4j2.xml"))));
  }

  static Stream<Arguments> operatorsFiles() {
    return ONE_PER_MODE
        .configurations()
        .filter(configuration -> !configuration.isAnsweredByPlugin())
        .flatMap(
            configuration ->
                Stream.of(Log4jFile.values()).map(file -> Arguments.of(configuration, file)));
  }

  @OnNewNodes(OBSERVE_MODE_ON_PROOF_OF_STAKE)
  void behavesTheSameAfterReload(final NodeConfiguration configuration) throws IOException {
    final Path file = Log4jFile.PLAIN.write(directory.resolve("log4j2.xml"));
    try (ComparedNodes nodes = ComparedNodes.start(with(configuration, file))) {
      nodes.callAll();
      nodes.assertSameOutput();
      Log4jFile.THRESHOLD_FILTER.write(file);
      nodes.awaitInOutput("RELOADED");
      nodes.callAll();
      nodes.assertSameOutput();
      nodes.assertAllCallsRecorded();
    }
  }

  @OnNewNodes(ONE_PER_MODE)
  void keepsJsonValidThatPatternBuilds(final NodeConfiguration configuration) throws IOException {
    final Path file = Log4jFile.JSON_BY_PATTERN.write(directory.resolve("log4j2.xml"));
    try (ComparedNodes nodes = ComparedNodes.start(with(configuration, file))) {
      nodes.getClientVersion();
      for (final String line : nodes.pluginLines()) {
        assertThat(new ObjectMapper().readTree(line).has("message")).isTrue();
      }
      assertThat(nodes.pluginLines()).anyMatch(line -> line.contains("Consensus client: "));
    }
  }

  private static void assertSameBehaviour(final NodeConfiguration configuration) {
    try (ComparedNodes nodes = ComparedNodes.start(configuration)) {
      nodes.callAll();
      nodes.assertSameOutput();
      nodes.assertAllCallsRecorded();
    }
  }

  private static NodeConfiguration with(final NodeConfiguration configuration, final Path file) {
    return configuration.withEnvironment("LOG4J_CONFIGURATION_FILE", file.toString());
  }
}
