package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.Caller;
import io.besuplugins.clientversion.devnet.FakeBesu;
import io.besuplugins.clientversion.devnet.Node;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator reads in the log of a fresh node on a merge network. */
class OperatorLogIT {

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#all")
  void saysOneLineAndNoWarningWhenNobodyEverCalls(final Node node) {
    assertThat(node.log().saidByPlugin()).containsExactly(startLine(node));
    node.close();
    assertThat(node.log().saidByPlugin()).containsExactly(startLine(node));
    assertThat(node.log().troublesAbout("plugin")).isEmpty();
    if (node.distribution() instanceof FakeBesu) {
      assertThat(node.log().troubles()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#onMergeNetworks")
  void tellsTheStoryOfAnUpgradeAndAChange(final Node node) {
    Caller.LIGHTHOUSE_WITHOUT_GIT.asks(node);
    Caller.LIGHTHOUSE.asks(node);
    Caller.LIGHTHOUSE.asks(node);
    Caller.READINESS_PROBE.asks(node);
    Caller.TEKU.asks(node);

    assertThat(node.log().saidByPlugin())
        .containsExactly(
            startLine(node),
            "INFO Consensus client: Lighthouse v5.3.0 (LH, commit 00000000)",
            "INFO Consensus client upgraded: from Lighthouse v5.3.0 (LH, commit 00000000) to"
                + " Lighthouse v5.3.0-0dd215c (LH, commit 0dd215c2)",
            "INFO Consensus client changed: teku v26.8.0 (TK, commit 87fa8ca7) took over from"
                + " Lighthouse v5.3.0-0dd215c (LH, commit 0dd215c2)");
    assertThat(node.log().troublesAbout("plugin")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#onMergeNetworks")
  void saysOnceThatClientsTakeTurns(final Node node) {
    for (int turn = 0; turn < 50; turn++) {
      Caller.PRYSM.asks(node);
      Caller.RPC_SNOOPER.asks(node);
    }

    assertThat(node.log().saidByPlugin())
        .containsExactly(
            startLine(node),
            "INFO Consensus client: Prysm v7.1.5 (PM, commit 36b2371c)",
            "INFO Consensus client changed: rpc-snooper v0.0.0 (RS, commit 00000000) took over from"
                + " Prysm v7.1.5 (PM, commit 36b2371c)",
            "INFO Client code RS is not on the Engine API's list of client codes: rpc-snooper"
                + " v0.0.0 (RS, commit 00000000)",
            "INFO Consensus client changed: Prysm v7.1.5 (PM, commit 36b2371c) took over from"
                + " rpc-snooper v0.0.0 (RS, commit 00000000)",
            "INFO Several consensus clients call this node in turn, which is not logged again while"
                + " they do: Prysm v7.1.5 (PM, commit 36b2371c); rpc-snooper v0.0.0 (RS, commit"
                + " 00000000)");
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#onMergeNetworks")
  void cannotBeForged(final Node node) {
    final String forged = "2026-11-21 03:00:00.000+0000 | main | ERROR | Besu | Database corrupt";
    final List<String> breaks =
        List.of("\\r\\n", "\\n", "\\r", "\\t", "\\u001b[2K", "\\u0085", "\\u2028", "\\u2029");
    for (final String br : breaks) {
      final String text = "\"x" + br + forged + "\\u202e\\ud800\"";
      node.asked(
          "[{\"code\":%1$s,\"name\":%1$s,\"version\":%1$s,\"commit\":%1$s}]".formatted(text));
    }

    assertThat(node.log().ofPlugin()).hasSizeGreaterThanOrEqualTo(1 + breaks.size());
    assertThat(node.log().lines())
        .noneMatch(line -> line.startsWith("2026-11-21 03:00:00.000"))
        .noneMatch(line -> line.contains("\u202e"));
    assertThat(node.log().ofPlugin())
        .noneMatch(line -> line.chars().anyMatch(Character::isISOControl))
        .noneMatch(line -> line.contains("\u2028") || line.contains("\u2029"));
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#onMergeNetworks")
  void staysShortWhenAFieldHasTenMegabytes(final Node node) {
    final String huge = "\"" + "x".repeat(10_000_000) + "\"";
    node.asked(
        "[{\"code\":\"LH\",\"name\":%s,\"version\":\"1\",\"commit\":\"0dd215c2\"}]"
            .formatted(huge));

    assertThat(node.log().saidByPlugin())
        .hasSize(2)
        .last()
        .isEqualTo("INFO Consensus client: " + "x".repeat(63) + "… 1 (LH, commit 0dd215c2)");
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#onMergeNetworks")
  void takesNoTextForAPatternOrALookup(final Node node) {
    node.asked(
        "[{\"code\":\"LH\",\"name\":\"${jndi:ldap://127.0.0.1:9/x} {}\","
            + "\"version\":\"${java:version} %s %n\",\"commit\":\"${env:PATH}\"}]");

    assertThat(node.log().saidByPlugin())
        .last()
        .isEqualTo(
            "INFO Consensus client: ${jndi:ldap://127.0.0.1:9/x} {} ${java:version} %s %n"
                + " (LH, commit ${env:PATH})");
  }

  private static String startLine(final Node node) {
    return (Nodes.pluginAnswersOn(node.setup())
            ? "INFO engine_getClientVersionV1 is answered by this plugin (version %s) as"
            : "INFO engine_getClientVersionV1 is observed by this plugin (version %s) and answered by")
        .formatted(System.getProperty("plugin.version"))
        .concat(
            " Besu %s (BU, commit %s)"
                .formatted(node.distribution().release(), node.distribution().commit()));
  }
}
