// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet;

import io.besuplugins.clientversion.devnet.client.ClientVersionRequest;
import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Nodes with the plugin that stay up for several test classes, because starting nodes takes most of
 * the suite's time. The first clients to call such a node are those of {@link #FIRST_CALLERS}.
 *
 * <p>A test on a shared node compares with what it found before, and does not assume that a client
 * is new. All tests together must call a node as fewer than 30 new clients, which is what the
 * plugin logs within a minute, and a test that makes clients alternate starts a node of its own.
 */
public final class SharedNodes {

  /** Lighthouse is upgraded and then replaced by Teku. */
  public static final List<ClientVersionRequest> FIRST_CALLERS =
      List.of(
          ClientVersionRequest.LIGHTHOUSE_WITHOUT_GIT,
          ClientVersionRequest.LIGHTHOUSE,
          ClientVersionRequest.LIGHTHOUSE,
          ClientVersionRequest.READINESS_PROBE,
          ClientVersionRequest.TEKU);

  /** Limits the memory that installed Besus take. */
  private static final int MAX_NODES = 12;

  private static final Map<NodeConfiguration, Node> NODES =
      new LinkedHashMap<>(MAX_NODES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(final Map.Entry<NodeConfiguration, Node> eldest) {
          if (size() > MAX_NODES) {
            eldest.getValue().close();
          }
          return size() > MAX_NODES;
        }
      };

  private SharedNodes() {}

  /** Returns the node of that configuration whose RPC API includes {@code CLIENTVERSION}. */
  public static synchronized Node get(final NodeConfiguration configuration) {
    return NODES.computeIfAbsent(configuration, SharedNodes::start);
  }

  private static Node start(final NodeConfiguration configuration) {
    final Node node = configuration.with("--rpc-http-api=ETH,CLIENTVERSION").start();
    FIRST_CALLERS.forEach(client -> client.sendTo(node));
    return node;
  }
}
