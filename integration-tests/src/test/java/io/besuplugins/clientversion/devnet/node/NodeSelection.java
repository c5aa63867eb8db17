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
  OBSERVE_MODE_ON_MERGE(MERGE.filter.and(OBSERVE_MODE.filter)),

  /** For slow tests whose subject does not depend on the plugin API: one fake for each mode. */
  EACH_MODE_ON_MERGE(
      MERGE.filter.and(
          node ->
              !node.distribution().isFake()
                  || node.distribution().equals(Distribution.FAKE_24_8_0)
                  || node.distribution().equals(Distribution.FAKE_26_8_0)));

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
