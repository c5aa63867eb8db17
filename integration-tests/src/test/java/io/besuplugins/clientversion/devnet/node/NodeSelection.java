// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

import java.util.function.Predicate;
import java.util.stream.Stream;

/** On which nodes a test runs, of all distributions whose plugin API the plugin supports. */
public enum NodeSelection {
  ALL(node -> true),
  MERGE(node -> node.genesis() == Genesis.MERGE),
  ANSWER_MODE(NodeConfiguration::isAnsweredByPlugin),
  OBSERVE_MODE(node -> !node.isAnsweredByPlugin()),
  OBSERVE_MODE_ON_MERGE(MERGE.filter.and(OBSERVE_MODE.filter));

  private final Predicate<NodeConfiguration> filter;

  NodeSelection(final Predicate<NodeConfiguration> filter) {
    this.filter = filter;
  }

  /** Each distribution with each genesis file that it accepts. */
  public Stream<NodeConfiguration> configurations() {
    return Distribution.supported()
        .flatMap(besu -> Stream.of(Genesis.values()).map(each -> NodeConfiguration.of(besu, each)))
        .filter(
            node ->
                node.genesis() != Genesis.NO_CONSENSUS || node.distribution().isAtLeast("26.7.0"))
        .filter(filter);
  }
}
