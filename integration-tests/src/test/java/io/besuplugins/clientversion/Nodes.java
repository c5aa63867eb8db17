package io.besuplugins.clientversion;

import io.besuplugins.clientversion.devnet.Distribution;
import io.besuplugins.clientversion.devnet.InstalledBesu;
import io.besuplugins.clientversion.devnet.Network;
import io.besuplugins.clientversion.devnet.Node;
import io.besuplugins.clientversion.devnet.NodeProcess;
import io.besuplugins.clientversion.devnet.StandIn;
import java.util.stream.Stream;

/** The nodes that the suite runs on; each is started when its turn comes, and closed by JUnit. */
final class Nodes {

  private Nodes() {}

  /** Nodes on which the plugin answers the method: the stand-in, and any installed Besu. */
  static Stream<Node> thatLeaveTheAnswerToThePlugin() {
    return Stream.<Distribution>concat(Stream.of(StandIn.BESU_24_8_0), InstalledBesu.given())
        .flatMap(
            besu -> Stream.of(Network.values()).map(network -> NodeProcess.start(besu, network)));
  }
}
