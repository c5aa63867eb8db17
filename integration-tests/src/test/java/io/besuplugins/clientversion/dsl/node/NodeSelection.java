// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.node;

import java.util.function.Predicate;
import java.util.stream.Stream;

/** On which nodes a test runs, of all distributions whose plugin API the plugin supports. */
public enum NodeSelection {
  ALL(node -> true),
  PROOF_OF_STAKE(node -> node.genesis() == Genesis.PROOF_OF_STAKE),
  ANSWER_MODE(NodeConfiguration::isAnsweredByPlugin),
  OBSERVE_MODE(node -> !node.isAnsweredByPlugin()),
  OBSERVE_MODE_ON_PROOF_OF_STAKE(PROOF_OF_STAKE.filter.and(OBSERVE_MODE.filter)),

  /** For slow tests whose subject does not depend on the plugin API: one fake for each mode. */
  ONE_PER_MODE(
      PROOF_OF_STAKE.filter.and(
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
        .flatMap(besu -> Genesis.ALL.stream().map(each -> NodeConfiguration.of(besu, each)))
        .filter(
            node ->
                node.genesis() != Genesis.NO_CONSENSUS || node.distribution().isAtLeast("26.7.0"))
        .filter(filter);
  }
}
