// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.security;

import static io.besuplugins.clientversion.dsl.metrics.MetricsScrape.CALLS;
import static io.besuplugins.clientversion.dsl.node.NodeSelection.ONE_PER_MODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.besuplugins.clientversion.dsl.OnNewNodes;
import io.besuplugins.clientversion.dsl.metrics.MetricsScrape;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcClient;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What {@link HostileInput} changes on a node. */
class HostileInputIT {

  private static final String METHOD = "engine_getClientVersionV1";
  private static final String CLIENT = "[{\"code\":\"LH\",\"name\":\"Lighthouse\"}]";
  private static final int CONNECTIONS = 32;
  private static final int MEGABYTE = 1 << 20;

  /** 16 clients and {@code other}. */
  private static final int MAX_SERIES = 17;

  /** And one more that says how many clients were not logged, with the next call. */
  private static final int MAX_PLUGIN_LINES_PER_MINUTE = 2 * 30 + 2;

  /** Besu logs each block that it produces, among other things. */
  private static final int MAX_OTHER_LINES_PER_MINUTE = 100;

  @OnNewNodes(ONE_PER_MODE)
  void changesNeitherResponseNorHeapAndBoundsLogAndMetrics(final NodeConfiguration configuration) {
    try (Node node = configuration.start()) {
      final JsonRpcResponse response = node.getClientVersion(CLIENT);
      for (final HostileInput input : HostileInput.values()) {
        attack(node, input.firstParams());
      }
      final long heap = node.liveHeapSize();
      final Instant start = Instant.now();
      final int pluginLines = node.log().pluginLines().size();
      final int lines = node.log().lines().size();

      for (final HostileInput input : HostileInput.values()) {
        assertThat(attack(node, input.params()))
            .as(input.name())
            .allMatch(HostileInputIT::isServedOrRejected);
        assertThat(node.getClientVersion(CLIENT)).as(input.name()).isEqualTo(response);
      }

      final int minutes = 1 + (int) Duration.between(start, Instant.now()).toMinutes();
      assertThat(node.log().pluginLines().size() - pluginLines)
          .isLessThanOrEqualTo(minutes * MAX_PLUGIN_LINES_PER_MINUTE);
      assertThat(node.log().lines().size() - lines)
          .isLessThanOrEqualTo(
              minutes * (MAX_PLUGIN_LINES_PER_MINUTE + MAX_OTHER_LINES_PER_MINUTE));
      final MetricsScrape metrics = MetricsScrape.of(node);
      assertThat(metrics.series(CALLS)).hasSize(MAX_SERIES);
      assertThat(metrics.lines()).noneMatch(HostileInputIT::isForged);
      assertThat(node.log().lines()).noneMatch(HostileInputIT::isForged);
      assertThat(node.log().pluginLines())
          .noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertThat(node.liveHeapSize()).isLessThan(heap + 8 * MEGABYTE));
    }
  }

  @OnNewNodes(ONE_PER_MODE)
  void hasNoEffectWithoutTokenAndEachCallWithTokenIsCounted(final NodeConfiguration configuration) {
    try (Node node = configuration.start()) {
      final List<String> before = node.log().pluginLines();
      for (final HostileInput input : HostileInput.values()) {
        assertThat(
                JsonRpcClient.withoutToken(node.engineUrl())
                    .callConcurrently(METHOD, input.firstParams(), CONNECTIONS))
            .extracting(JsonRpcResponse::status)
            .isSubsetOf(400, 401, 413);
      }
      assertThat(node.log().pluginLines()).isEqualTo(before);
      assertThat(MetricsScrape.of(node).series(CALLS)).isEmpty();

      attack(node, IntStream.range(0, 2_000).mapToObj("[{\"code\":\"Y%d\"}]"::formatted).toList());
      final MetricsScrape metrics = MetricsScrape.of(node);
      assertThat(metrics.sum(CALLS)).isEqualTo(2_000);
      assertThat(metrics.series(CALLS)).hasSize(MAX_SERIES);
      assertThat(metrics.value(CALLS, "other", "other", "other", "other")).isEqualTo(2_000 - 16);
      assertThat(node.log().pluginMessages())
          .hasSizeLessThanOrEqualTo(before.size() + MAX_PLUGIN_LINES_PER_MINUTE)
          .contains(
              "INFO Too many new consensus clients; further ones are not logged for a minute");
    }
  }

  private static List<JsonRpcResponse> attack(final Node node, final List<String> params) {
    return node.engine().callConcurrently(METHOD, params, CONNECTIONS);
  }

  /** An internal error would be neither. */
  private static boolean isServedOrRejected(final JsonRpcResponse response) {
    return response.status() == 413
        || response.json().has("result")
        || Set.of(-32602, -32600, -32700).contains(response.errorCode());
  }

  private static boolean isForged(final String line) {
    return line.startsWith("forged") || line.contains("\u202e") || line.contains("\u2028");
  }
}
