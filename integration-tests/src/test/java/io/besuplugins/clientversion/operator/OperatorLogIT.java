// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.operator;

import static io.besuplugins.clientversion.devnet.node.NodeSelection.ALL;
import static io.besuplugins.clientversion.devnet.node.NodeSelection.EACH_MODE_ON_MERGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.OnNewNodes;
import io.besuplugins.clientversion.devnet.OnSharedNodes;
import io.besuplugins.clientversion.devnet.client.ClientVersionRequest;
import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import io.besuplugins.clientversion.devnet.node.NodeLog;

/** What an operator reads in the log of a node. */
class OperatorLogIT {

  private static final String PRYSM = "Prysm v7.1.5 (PM, commit 36b2371c)";
  private static final String SNOOPER = "rpc-snooper v0.0.0 (RS, commit 00000000)";

  @OnSharedNodes(ALL)
  void logsUpgradeAndReplacementOnce(final Node node) {
    final NodeLog log = node.log();

    assertThat(log.pluginMessages())
        .startsWith(
            startLine(node.configuration()),
            "INFO Consensus client: Lighthouse v5.3.0 (LH, commit 00000000)",
            "INFO Consensus client upgraded: from Lighthouse v5.3.0 (LH, commit 00000000) to"
                + " Lighthouse v5.3.0-0dd215c (LH, commit 0dd215c2)",
            "INFO Consensus client changed: teku v26.8.0 (TK, commit 87fa8ca7) took over from"
                + " Lighthouse v5.3.0-0dd215c (LH, commit 0dd215c2)");
    assertThat(log.warningsAndErrorsAboutPlugins()).isEmpty();
  }

  @OnNewNodes(EACH_MODE_ON_MERGE)
  void logsAlternatingClientsOnce(final NodeConfiguration configuration) {
    try (Node node = configuration.start()) {
      for (int round = 0; round < 50; round++) {
        ClientVersionRequest.PRYSM.sendTo(node);
        ClientVersionRequest.RPC_SNOOPER.sendTo(node);
      }

      assertThat(node.log().pluginMessages())
          .containsExactly(
              startLine(configuration),
              "INFO Consensus client: " + PRYSM,
              "INFO Consensus client changed: " + SNOOPER + " took over from " + PRYSM,
              "INFO Client code RS is not on the Engine API's list of client codes: " + SNOOPER,
              "INFO Consensus client changed: " + PRYSM + " took over from " + SNOOPER,
              "INFO Several consensus clients call this node alternately; further switches are not"
                  + " logged: %s; %s".formatted(PRYSM, SNOOPER));
    }
  }

  @OnSharedNodes(EACH_MODE_ON_MERGE)
  void truncatesFieldOfTenMegabytes(final Node node) {
    node.getClientVersion(
        "[{\"code\":\"LH\",\"name\":\"%s\",\"version\":\"1\",\"commit\":\"0dd215c2\"}]"
            .formatted("x".repeat(10_000_000)));

    assertThat(node.log().pluginMessages())
        .last()
        .asString()
        .contains("x".repeat(63) + "… 1 (LH, commit 0dd215c2)")
        .hasSizeLessThan(600);
  }

  @OnSharedNodes(ALL)
  void expandsNoPatternsAndLookups(final Node node) {
    node.getClientVersion(
        "[{\"code\":\"LH\",\"name\":\"${jndi:ldap://127.0.0.1:9/x} {}\","
            + "\"version\":\"${java:version} %s %n\",\"commit\":\"${env:PATH}\"}]");

    assertThat(node.log().pluginMessages())
        .last()
        .asString()
        .contains("${jndi:ldap://127.0.0.1:9/x} {} ${java:version} %s %n (LH, commit ${env:PATH})");
  }

  /** What the plugin logs when the node starts. */
  static String startLine(final NodeConfiguration configuration) {
    return (configuration.isAnsweredByPlugin()
            ? "INFO engine_getClientVersionV1 is answered by this plugin (version %s) as"
            : "INFO engine_getClientVersionV1 is observed by this plugin (version %s) and answered by")
        .formatted(System.getProperty("plugin.version"))
        .concat(
            " Besu %s (BU, commit %s)"
                .formatted(
                    configuration.distribution().release(), configuration.distribution().commit()));
  }
}
