// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.besuplugins.clientversion.dsl.metrics.MetricsScrape;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcClient;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Two nodes that differ in the plugin alone. Each call is made to both. */
final class ComparedNodes implements AutoCloseable {

  private static final String GET_CLIENT_VERSION = "engine_getClientVersionV1";

  private final Node with;
  private final Node without;
  private final NodeOutput outputWith;
  private final NodeOutput outputWithout;
  private int recordedCalls;

  private ComparedNodes(final Node with, final Node without) {
    this.with = with;
    this.without = without;
    this.outputWith = new NodeOutput(with);
    this.outputWithout = new NodeOutput(without);
  }

  /** Starts a node with the plugin and one without it, both with the JSON-RPC API ADMIN. */
  static ComparedNodes start(final NodeConfiguration configuration) {
    final NodeConfiguration with = configuration.with("--rpc-http-api=ADMIN");
    final CompletableFuture<Node> without =
        CompletableFuture.supplyAsync(() -> with.withoutPlugin().start());
    return new ComparedNodes(with.start(), without.join());
  }

  /**
   * A consensus client identifies itself. Where Besu has no such method, only the plugin answers.
   */
  void getClientVersion() {
    recordedCalls++;
    final String params =
        "[{\"code\":\"LH\",\"name\":\"a \\\"quoted\\\" name\",\"version\":\"v%d\"}]"
            .formatted(recordedCalls);
    if (with.configuration().isAnsweredByPlugin()) {
      final String request =
          JsonRpcClient.request(GET_CLIENT_VERSION, params)
              .replace("\"id\":1", "\"id\":\"%s\"".formatted(NodeOutput.ONLY_WITH_PLUGIN));
      with.engine().post(request);
      without.engine().post(request);
    } else {
      onBoth(node -> node.getClientVersion(params));
    }
  }

  /** Makes calls that succeed and calls that fail, with and without token, alone and in a batch. */
  void callAll() {
    getClientVersion();
    onBoth(node -> node.engine().call("engine_exchangeCapabilities", "[[]]"));
    onBoth(node -> node.engine().call("engine_exchangeCapabilities", "[{}]"));
    for (final String params : List.of("[]", "[null]", "[\"junk\"]", "[7,[],{}]", "null")) {
      onBoth(node -> node.engine().call("engine_newPayloadV3", params));
      onBoth(node -> node.engine().call("engine_forkchoiceUpdatedV3", params));
      onBoth(node -> node.engine().call("engine_getPayloadV3", params));
      onBoth(node -> node.engine().call("engine_getPayloadBodiesByHashV1", params));
    }
    if (!with.configuration().isAnsweredByPlugin()) {
      onBoth(node -> node.getClientVersion("[7]"));
      onBoth(node -> node.getClientVersion("{}"));
    }
    onBoth(node -> node.engine().call("engine_unknownV1", "[]"));
    onBoth(node -> node.engine().post("not JSON"));
    onBoth(
        node ->
            node.engine()
                .post(
                    """
                    [{"jsonrpc":"2.0","id":1,"method":"engine_getPayloadV3","params":[{}]},
                     {"jsonrpc":"2.0","id":2,"method":"engine_exchangeCapabilities","params":[[]]},
                     {"jsonrpc":"2.0","id":3,"method":"engine_unknownV1","params":[]}]
                    """));
    onBoth(node -> JsonRpcClient.withoutToken(node.engineUrl()).call(GET_CLIENT_VERSION, "[]"));
    onBoth(node -> node.http().call("eth_chainId", "[]"));
    onBoth(node -> node.http().call("admin_changeLogLevel", "[\"LOUD\"]"));
    getClientVersion();
  }

  /** Calls {@code admin_changeLogLevel}. */
  void changeLogLevel(final String params) {
    onBoth(node -> node.http().call("admin_changeLogLevel", params));
  }

  /** Makes failing calls until both nodes print a text with them, and ignores their output. */
  void awaitInOutput(final String text) {
    for (final NodeOutput output : List.of(outputWith, outputWithout)) {
      await(text)
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> {
                output.node().engine().call("engine_getPayloadV3", "[]");
                return output.newLines().anyMatch(line -> line.contains(text));
              });
      output.skip();
    }
  }

  /** Checks that the plugin has recorded each consensus client that called. */
  void assertAllCallsRecorded() {
    final double calls = MetricsScrape.of(with).sum(MetricsScrape.CALLS);
    // Besu logs each scrape at TRACE.
    MetricsScrape.of(without);
    assertThat(calls).isEqualTo(recordedCalls);
  }

  /** Checks what both nodes have printed since the last check. */
  void assertSameOutput() {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(outputWith.comparableLines())
                    .containsExactlyInAnyOrderElementsOf(outputWithout.comparableLines()));
    outputWith.skip();
    outputWithout.skip();
  }

  /** The lines of the plugin, and those of Besu that name it, without Besu's table of plugins. */
  List<String> pluginLines() {
    return with.log().lines().stream()
        .filter(line -> NodeOutput.isAboutPlugin(line) && !line.startsWith("#"))
        .toList();
  }

  private void onBoth(final Function<Node, JsonRpcResponse> call) {
    assertThat(call.apply(with)).isEqualTo(call.apply(without));
  }

  /** Stops both nodes and checks what they print meanwhile. */
  @Override
  public void close() {
    final CompletableFuture<Void> stopped = CompletableFuture.runAsync(without::stop);
    with.stop();
    stopped.join();
    assertSameOutput();
  }
}
