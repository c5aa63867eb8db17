package io.besuplugins.clientversion;

import io.besuplugins.clientversion.devnet.Distribution;
import io.besuplugins.clientversion.devnet.InstalledBesu;
import io.besuplugins.clientversion.devnet.Network;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodeSetup;
import io.besuplugins.clientversion.devnet.StandIn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The nodes that the suite runs on: stand-ins in the shape of three releases, and each installed
 * Besu that is given. A node is started when its turn comes, and closed by JUnit.
 */
final class Nodes {

  private Nodes() {}

  /** Every node. */
  static Stream<Node> all() {
    return Stream.concat(thatLeaveTheAnswerToThePlugin(), thatAnswerByThemselves());
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
    return distributions().map(besu -> NodeSetup.of(besu, Network.MERGE).start());
  }

  static Stream<NodeSetup> setupsThatLeaveTheAnswerToThePlugin() {
    return distributions()
        .flatMap(
            besu -> {
              final List<NodeSetup> setups = new ArrayList<>();
              setups.add(NodeSetup.of(besu, Network.QBFT));
              if (!besu.isSince("24.9.0")) {
                setups.add(NodeSetup.of(besu, Network.MERGE));
              }
              return setups.stream();
            });
  }

  static Stream<NodeSetup> setupsThatAnswerByThemselves() {
    return distributions()
        .flatMap(
            besu -> {
              final List<NodeSetup> setups = new ArrayList<>();
              if (besu.isSince("24.9.0")) {
                setups.add(NodeSetup.of(besu, Network.MERGE));
              }
              if (besu.isSince("26.7.0")) {
                setups.add(NodeSetup.of(besu, Network.NO_CONSENSUS));
              }
              return setups.stream();
            });
  }

  /** Whether the plugin answers on such a node; else Besu does. */
  static boolean pluginAnswersOn(final NodeSetup setup) {
    return !setup.distribution().isSince("24.9.0") || setup.network() == Network.QBFT;
  }

  static Stream<Distribution> distributions() {
    return Stream.concat(
        Stream.of(StandIn.BESU_24_8_0, StandIn.BESU_24_9_0, StandIn.BESU_26_8_0),
        InstalledBesu.given());
  }
}
