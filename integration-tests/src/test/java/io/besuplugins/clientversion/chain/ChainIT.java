// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.chain;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.dsl.chain.BeaconBlock;
import io.besuplugins.clientversion.dsl.chain.Chain;
import io.besuplugins.clientversion.dsl.chain.ReportedVersion;
import io.besuplugins.clientversion.dsl.chain.Teku;
import io.besuplugins.clientversion.dsl.metrics.MetricsScrape;
import io.besuplugins.clientversion.dsl.node.Distribution;
import io.besuplugins.clientversion.dsl.node.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A real Teku proposes blocks with a real Besu. It decides itself when it calls {@code
 * engine_getClientVersionV1}. The plugin is added while Teku runs.
 */
@EnabledIfSystemProperty(
    named = "besu.home",
    matches = ".+",
    disabledReason = "No real Besu: give -Dbesu.version= or -Dbesu.home=")
@EnabledIfSystemProperty(
    named = "teku.home",
    matches = ".+",
    disabledReason = "No Teku: give -Dteku.version= or -Dteku.home=")
class ChainIT {

  private static final int BLOCKS = 6;

  /** What Besu logs, with and without the plugin, when Teku asks again or stops waiting. */
  private static final List<String> WARNINGS_OF_BUSY_MACHINE =
      List.of("so cancelling block creation tasks", "Error streaming JSON-RPC response");

  @TempDir Path directory;

  /** Teku cannot read the bare object with which Besu 24.9.0 and 24.9.1 answer. */
  static Stream<Distribution> besuNodes() {
    return Distribution.installed()
        .filter(besu -> !besu.isAtLeast("24.9.0") || besu.isAtLeast("24.10.0"));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("besuNodes")
  void besuAndTekuNameEachOtherOncePluginIsAdded(final Distribution besu) {
    Chain.run(besu, Teku.installed(), directory, ChainIT::addPluginAndRestart);
  }

  private static void addPluginAndRestart(final Chain chain) {
    final Restarts restarts = new Restarts(chain);
    final String ofTeku = chain.teku().version().graffiti();
    final String ofBoth = chain.versionOfBesu().graffiti() + ofTeku;

    chain.awaitConsecutiveBlocks(BLOCKS);
    chain.restartTeku();
    if (chain.besu().configuration().isAnsweredByPlugin()) {
      chain.restartBesu();
      assertGraffiti(chain, ofTeku);
    } else {
      restarts.ofBesuWithoutPlugin();
      assertGraffiti(chain, ofBoth);
    }
    final List<String> linesWithoutPlugin = chain.besu().log().warningsAndErrors();

    chain.addPlugin();
    restarts.ofBesu();
    assertTekuIsNamed(chain);
    assertGraffiti(chain, ofBoth);

    restarts.ofBesu();
    assertTekuIsNamed(chain);
    assertGraffiti(chain, ofBoth);

    restarts.ofTeku();
    assertTekuIsNamed(chain);
    assertGraffiti(chain, ofBoth);

    assertThat(
            kinds(chain.besu().log().warningsAndErrors().stream().skip(linesWithoutPlugin.size())))
        .isSubsetOf(kinds(linesWithoutPlugin.stream()));
  }

  private static void assertGraffiti(final Chain chain, final String graffiti) {
    assertThat(chain.awaitConsecutiveBlocks(BLOCKS))
        .extracting(BeaconBlock::graffiti)
        .containsOnly(graffiti);
  }

  /** Checks log, metrics and RPC results since Besu's last start. */
  private static void assertTekuIsNamed(final Chain chain) {
    final Node besu = chain.besu();
    final ReportedVersion teku = chain.teku().version();
    final String[] labels = {teku.code(), teku.name(), teku.version(), teku.commit()};

    assertThat(besu.log().pluginMessages())
        .endsWith(
            besu.configuration().startLine(),
            "INFO Consensus client: %s %s (%s, commit %s)"
                .formatted(teku.name(), teku.version(), teku.code(), teku.commit()));
    final MetricsScrape metrics = MetricsScrape.of(besu);
    assertThat(metrics.value(MetricsScrape.VERSION, labels)).isEqualTo(1);
    assertThat(metrics.value(MetricsScrape.CALLS, labels)).isPositive();
    assertThat(besu.http().call("clientversion_consensusClients", "[]").result())
        .singleElement()
        .asString()
        .startsWith(
            "{\"code\":\"%s\",\"name\":\"%s\",\"version\":\"%s\",\"commit\":\"%s\","
                .formatted((Object[]) labels))
        .endsWith(",\"current\":true}");
  }

  /** Lines of Besu's log without time, thread, numbers and hashes. */
  private static Set<String> kinds(final Stream<String> lines) {
    return lines
        .filter(line -> WARNINGS_OF_BUSY_MACHINE.stream().noneMatch(line::contains))
        .map(line -> line.split(" \\| ", 3)[2].replaceAll("0x[0-9a-f]+|\\d+", "0"))
        .collect(toSet());
  }
}
