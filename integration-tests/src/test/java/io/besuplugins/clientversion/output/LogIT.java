// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.output;

import static io.besuplugins.clientversion.dsl.node.NodeSelection.ALL;
import static io.besuplugins.clientversion.dsl.node.NodeSelection.ONE_PER_MODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.dsl.OnNewNodes;
import io.besuplugins.clientversion.dsl.OnSharedNodes;
import io.besuplugins.clientversion.dsl.client.ClientVersionRequest;
import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.node.NodeConfiguration;
import io.besuplugins.clientversion.dsl.node.NodeLog;

/** What an operator reads in the log of a node. */
class LogIT {

  private static final String LIGHTHOUSE = "Lighthouse v5.3.0 (LH, commit 00000000)";
  private static final String UPGRADED_LIGHTHOUSE =
      "Lighthouse v5.3.0-0dd215c (LH, commit 0dd215c2)";
  private static final String TEKU = "teku v26.8.0 (TK, commit 87fa8ca7)";
  private static final String PRYSM = "Prysm v7.1.5 (PM, commit 36b2371c)";
  private static final String SNOOPER = "rpc-snooper v0.0.0 (RS, commit 00000000)";

  @OnSharedNodes(ALL)
  void logsFirstClientAndEachChangeOnce(final Node node) {
    final NodeLog log = node.log();

    assertThat(log.pluginMessages())
        .startsWith(
            node.configuration().startLine(),
            "INFO Consensus client: " + LIGHTHOUSE,
            "INFO Consensus client changed: from %s to %s"
                .formatted(LIGHTHOUSE, UPGRADED_LIGHTHOUSE),
            "INFO Consensus client changed: from %s to %s".formatted(UPGRADED_LIGHTHOUSE, TEKU));
    assertThat(log.warningsAndErrorsAboutPlugins()).isEmpty();
  }

  @OnNewNodes(ONE_PER_MODE)
  void logsClientsThatCallInTurnOnce(final NodeConfiguration configuration) {
    try (Node node = configuration.start()) {
      for (int round = 0; round < 50; round++) {
        ClientVersionRequest.PRYSM.sendTo(node);
        ClientVersionRequest.RPC_SNOOPER.sendTo(node);
      }

      assertThat(node.log().pluginMessages())
          .containsExactly(
              configuration.startLine(),
              "INFO Consensus client: " + PRYSM,
              "INFO Consensus client changed: from %s to %s".formatted(PRYSM, SNOOPER),
              "INFO Unlisted client code RS: " + SNOOPER,
              "INFO Consensus client changed: from %s to %s".formatted(SNOOPER, PRYSM),
              "INFO Several consensus clients call this node in turn: %s; %s."
                      .formatted(PRYSM, SNOOPER)
                  + " Further changes between them are not logged");
    }
  }

  @OnSharedNodes(ONE_PER_MODE)
  void truncatesFieldOfTenMegabytes(final Node node) {
    node.getClientVersion(
        "[{\"code\":\"LH\",\"name\":\"%s\",\"version\":\"1\",\"commit\":\"0dd215c2\"}]"
            .formatted("x".repeat(10_000_000)));

    assertThat(node.log().pluginMessages())
        .last()
        .asString()
        .contains("x".repeat(61) + "... 1 (LH, commit 0dd215c2)")
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

  /** Quotation marks, Hebrew letters, a Hangul filler that is invisible, and a line break. */
  @OnSharedNodes(ONE_PER_MODE)
  void replacesAllButPrintableAscii(final Node node) {
    node.getClientVersion(
        "[{\"code\":\"LH\",\"name\":\" a \\\"b\\\" c\\\\ \",\"version\":\"\\u05d0\\u3164\\ud83d\\ude00\\n2\","
            + "\"commit\":\"\"}]");

    assertThat(node.log().pluginMessages())
        .last()
        .asString()
        .endsWith(
            " to a <U+0022>b<U+0022> c<U+005C> <U+05D0><U+3164><U+1F600><U+000A>2 (LH, no commit)");
  }
}
