// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl;

import io.besuplugins.clientversion.dsl.client.ClientVersionRequest;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.node.NodeSelection;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Runs a test on each selected node with the plugin. The nodes stay up for other test classes,
 * because starting nodes takes most of the suite's time. Their RPC API includes {@code
 * CLIENTVERSION}, and each has been called by Lighthouse, which was upgraded, and then by Teku.
 *
 * <p>A test on a shared node compares with the state that it found, and does not assume that a
 * known client is new. All tests together must use fewer than 30 new identities, which is the
 * number that the plugin logs within a minute. A test in which clients call in turn needs a node of
 * its own.
 */
@ParameterizedTest(autoCloseArguments = false)
@ArgumentsSource(OnSharedNodes.Provider.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnSharedNodes {

  NodeSelection value();

  /**
   * Starts the nodes. If there are too many, it stops the one that was started last, so that the
   * next class finds the others.
   */
  final class Provider extends AnnotationBasedArgumentsProvider<OnSharedNodes> {

    private static final List<ClientVersionRequest> FIRST_CALLERS =
        List.of(
            ClientVersionRequest.LIGHTHOUSE_WITHOUT_GIT,
            ClientVersionRequest.LIGHTHOUSE,
            ClientVersionRequest.LIGHTHOUSE,
            ClientVersionRequest.READINESS_PROBE,
            ClientVersionRequest.TEKU);

    /** Limits the memory that installed Besu nodes take. */
    private static final int MAX_NODES = 12;

    private static final Deque<Node> NODES = new ArrayDeque<>();

    @Override
    protected Stream<Arguments> provideArguments(
        final ParameterDeclarations parameters,
        final ExtensionContext context,
        final OnSharedNodes annotation) {
      return annotation.value().configurations().map(Provider::node).map(Arguments::of);
    }

    /** Returns the shared node with a configuration. */
    public static Node node(final NodeConfiguration configuration) {
      final NodeConfiguration shared = configuration.with("--rpc-http-api=ETH,CLIENTVERSION");
      return NODES.stream()
          .filter(node -> node.configuration().equals(shared))
          .findAny()
          .orElseGet(() -> start(shared));
    }

    private static Node start(final NodeConfiguration configuration) {
      if (NODES.size() == MAX_NODES) {
        NODES.removeLast().close();
      }
      final Node node = configuration.start();
      FIRST_CALLERS.forEach(client -> client.sendTo(node));
      NODES.addLast(node);
      return node;
    }
  }
}
