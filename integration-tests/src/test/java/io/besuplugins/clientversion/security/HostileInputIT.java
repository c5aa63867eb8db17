// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.security;

import static io.besuplugins.clientversion.devnet.node.NodeSelection.MERGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.besuplugins.clientversion.devnet.OnNewNodes;
import io.besuplugins.clientversion.devnet.metrics.MetricsScrape;
import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import io.besuplugins.clientversion.devnet.rpc.JsonRpcClient;
import io.besuplugins.clientversion.devnet.rpc.JsonRpcResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * After an attack a node responds as before, its log has grown by a bounded number of lines, its
 * metrics are bounded, and nothing stays on its heap.
 */
@ParameterizedClass(name = "{0}")
@OnNewNodes(MERGE)
class HostileInputIT {

  private static final String METHOD = "engine_getClientVersionV1";
  private static final String CLIENT = "[{\"code\":\"LH\",\"name\":\"Lighthouse\"}]";
  private static final int CONNECTIONS = 32;
  private static final int MEGABYTE = 1 << 20;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** 16 clients and {@code other}. */
  private static final int MAX_SERIES = 17;

  /** A new client takes one line, or two if its code is not listed. */
  private static final int MAX_PLUGIN_LINES_PER_MINUTE = 2 * 30 + 1;

  /** Besu logs each block that it produces, among other things. */
  private static final int MAX_OTHER_LINES_PER_MINUTE = 100;

  private static Node node;

  @Parameter NodeConfiguration configuration;

  @BeforeParameterizedClassInvocation
  static void start(final NodeConfiguration configuration) {
    node = configuration.start();
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    node.close();
  }

  @ParameterizedTest
  @EnumSource
  void leavesNodeUnchanged(final HostileInput input) {
    final JsonRpcResponse response = node.getClientVersion(CLIENT);
    final Instant start = Instant.now();
    final int pluginLines = node.log().pluginLines().size();
    final int lines = node.log().lines().size();
    attack(input.firstParams());
    final long heap = node.liveHeapSize();

    assertThat(attack(input.params()))
        .allSatisfy(each -> assertThat(isServedOrRejected(each)).as(each.toString()).isTrue());

    assertThat(node.getClientVersion(CLIENT)).isEqualTo(response);
    final int minutes = 1 + (int) Duration.between(start, Instant.now()).toMinutes();
    assertThat(node.log().pluginLines().size() - pluginLines)
        .isLessThanOrEqualTo(minutes * MAX_PLUGIN_LINES_PER_MINUTE);
    assertThat(node.log().lines().size() - lines)
        .isLessThanOrEqualTo(minutes * (MAX_PLUGIN_LINES_PER_MINUTE + MAX_OTHER_LINES_PER_MINUTE));
    assertThat(node.log().lines()).noneMatch(line -> line.startsWith("forged"));
    final MetricsScrape metrics = MetricsScrape.of(node);
    assertThat(metrics.series(MetricsScrape.CALLS)).hasSizeLessThanOrEqualTo(MAX_SERIES);
    assertThat(metrics.lines())
        .noneMatch(line -> line.startsWith("forged") || line.contains("\u202e"));
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(node.liveHeapSize()).isLessThan(heap + 8 * MEGABYTE));
  }

  @Test
  void countsEachCallOfManyConnections() {
    final double before = MetricsScrape.of(node).sum(MetricsScrape.CALLS);

    attack(IntStream.range(0, 2_000).mapToObj("[{\"code\":\"Y%d\"}]"::formatted).toList());

    final MetricsScrape after = MetricsScrape.of(node);
    assertThat(after.sum(MetricsScrape.CALLS)).isEqualTo(before + 2_000);
    assertThat(after.series(MetricsScrape.CALLS)).hasSize(MAX_SERIES);
    assertThat(after.value(MetricsScrape.CALLS, "other", "other", "other", "other"))
        .isGreaterThanOrEqualTo(2_000 - 16);
  }

  @ParameterizedTest
  @EnumSource
  void hasNoEffectWithoutToken(final HostileInput input) {
    final List<String> before = node.log().pluginLines();

    assertThat(
            JsonRpcClient.withoutToken(node.engineUrl())
                .callConcurrently(METHOD, input.firstParams(), CONNECTIONS))
        .extracting(JsonRpcResponse::status)
        .isSubsetOf(400, 401, 413);

    assertThat(node.log().pluginLines()).isEqualTo(before);
  }

  private static List<JsonRpcResponse> attack(final List<String> params) {
    return node.engine().callConcurrently(METHOD, params, CONNECTIONS);
  }

  /** An internal error would be neither. */
  private static boolean isServedOrRejected(final JsonRpcResponse response) {
    return response.status() == 413
        || response.json().has("result")
        || Set.of(-32602, -32600, -32700).contains(response.errorCode());
  }
}
