package io.besuplugins.clientversion;

import io.besuplugins.clientversion.devnet.Distribution;
import io.besuplugins.clientversion.devnet.FakeBesu;
import io.besuplugins.clientversion.devnet.InstalledBesu;
import io.besuplugins.clientversion.devnet.Network;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodeSetup;
import java.util.stream.Stream;

/**
 * The nodes that the suite runs on: fakes of three releases, and each installed Besu that is given.
 * A node is started when its turn comes, and closed by JUnit.
 */
final class Nodes {

  private Nodes() {}

  /** Every node. */
  static Stream<Node> all() {
    return setups().map(NodeSetup::start);
  }

  /** Nodes on which the plugin answers. */
  static Stream<Node> thatLeaveTheAnswerToThePlugin() {
    return setupsThatLeaveTheAnswerToThePlugin().map(NodeSetup::start);
  }

  /** Nodes on which Besu answers, and the plugin observes. */
  static Stream<Node> thatAnswerByThemselves() {
    return setupsThatAnswerByThemselves().map(NodeSetup::start);
  }

  /** Nodes that a consensus client drives. */
  static Stream<Node> onMergeNetworks() {
    return setupsOnMergeNetworks().map(NodeSetup::start);
  }

  /** Every Besu on every network that it knows. */
  static Stream<NodeSetup> setups() {
    return distributions()
        .flatMap(besu -> Stream.of(Network.values()).map(network -> NodeSetup.of(besu, network)))
        .filter(
            setup ->
                setup.network() != Network.NO_CONSENSUS || setup.distribution().isSince("26.7.0"));
  }

  static Stream<NodeSetup> setupsOnMergeNetworks() {
    return distributions().map(besu -> NodeSetup.of(besu, Network.MERGE));
  }

  static Stream<NodeSetup> setupsThatAnswerWithABareObject() {
    return setupsThatAnswerByThemselves().filter(Nodes::besuAnswersWithABareObjectOn);
  }

  static Stream<NodeSetup> setupsThatAnswerThemselvesWithAnArray() {
    return setupsThatAnswerByThemselves().filter(setup -> !besuAnswersWithABareObjectOn(setup));
  }

  static Stream<NodeSetup> setupsThatLeaveTheAnswerToThePlugin() {
    return setups().filter(Nodes::pluginAnswersOn);
  }

  static Stream<NodeSetup> setupsThatAnswerByThemselves() {
    return setups().filter(setup -> !pluginAnswersOn(setup));
  }

  /** Whether the plugin answers on such a node; else Besu does. */
  static boolean pluginAnswersOn(final NodeSetup setup) {
    return !setup.distribution().isSince("24.9.0") || setup.network() == Network.QBFT;
  }

  /** Whether Besu answers on such a node, and with an object where an array of one is due. */
  static boolean besuAnswersWithABareObjectOn(final NodeSetup setup) {
    return !pluginAnswersOn(setup) && !setup.distribution().isSince("24.10.0");
  }

  static Stream<Distribution> distributions() {
    return Stream.concat(FakeBesu.ALL.stream(), InstalledBesu.given());
  }
}
