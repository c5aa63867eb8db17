package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.besuplugins.clientversion.devnet.Caller;
import io.besuplugins.clientversion.devnet.JsonRpc;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A node that was attacked is as it was before: it answers the same, its log has grown by few
 * lines, and nothing is left on its heap.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("io.besuplugins.clientversion.Nodes#onMergeNetworks")
class HostileInputIT {

  private static final String METHOD = "engine_getClientVersionV1";
  private static final int CONNECTIONS = 32;
  private static final int MEGABYTE = 1 << 20;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** A client that is named takes a line, and another one where its code is not listed. */
  private static final int MOST_LINES_A_MINUTE = 2 * 30 + 1;

  /** What Besu itself may have to say, a block every two seconds among it. */
  private static final int MOST_OTHER_LINES_A_MINUTE = 100;

  @Parameter Node node;

  @ParameterizedTest
  @EnumSource
  void leavesTheNodeAsItWas(final HostileInput input) {
    final Reply answer = Caller.LIGHTHOUSE.asks(node);
    final Instant start = Instant.now();
    final int ofPlugin = node.log().ofPlugin().size();
    final int all = node.log().lines().size();
    attack(input.someParams());
    final long heap = node.liveHeap();

    assertThat(attack(input.params()))
        .allSatisfy(reply -> assertThat(isServedOrRefused(reply)).as(reply.toString()).isTrue());

    assertThat(Caller.LIGHTHOUSE.asks(node)).isEqualTo(answer);
    final int minutes = 1 + (int) Duration.between(start, Instant.now()).toMinutes();
    assertThat(node.log().ofPlugin().size() - ofPlugin)
        .isLessThanOrEqualTo(minutes * MOST_LINES_A_MINUTE);
    assertThat(node.log().lines().size() - all)
        .isLessThanOrEqualTo(minutes * (MOST_LINES_A_MINUTE + MOST_OTHER_LINES_A_MINUTE));
    assertThat(node.log().lines()).noneMatch(line -> line.startsWith("forged"));
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(node.liveHeap()).isLessThan(heap + 8 * MEGABYTE));
  }

  @ParameterizedTest
  @EnumSource
  void comesToNothingWithoutAToken(final HostileInput input) {
    final int before = node.log().ofPlugin().size();

    assertThat(JsonRpc.without(node.enginePort()).calls(METHOD, input.someParams(), CONNECTIONS))
        .extracting(Reply::status)
        .isSubsetOf(400, 401, 413);

    assertThat(node.log().ofPlugin()).hasSize(before);
  }

  private List<Reply> attack(final List<String> params) {
    return node.engine().calls(METHOD, params, CONNECTIONS);
  }

  /** Served, or refused for what was sent; an internal error would be neither. */
  private static boolean isServedOrRefused(final Reply reply) {
    return reply.status() == 413
        || reply.json().has("result")
        || Set.of(-32602, -32600, -32700).contains(reply.json().at("/error/code").asInt());
  }
}
