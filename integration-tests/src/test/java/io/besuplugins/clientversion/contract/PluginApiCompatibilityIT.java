// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.dsl.node.Distribution;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the signatures in this repository with the jars of each installed Besu. */
@Tag("contract")
@EnabledIfSystemProperty(named = "besu.home", matches = ".+")
class PluginApiCompatibilityIT {

  private static final String INSTALLED =
      "io.besuplugins.clientversion.dsl.node.Distribution#installed";
  private static final String BESU = "org/hyperledger/besu/";
  private static final String PLUGIN_API = BESU + "plugin/";
  private static final String NEVER = "99.0.0";

  /** Signatures that the plugin is compiled against and that not all releases have. */
  private static final List<Availability> AVAILABILITY =
      List.of(
          new Availability("ServiceManager.*|BesuPlugin.register\\(.*", "24.12.0", NEVER),
          new Availability("BesuPlugin.getName\\(.*", "26.1.0", NEVER),
          new Availability("BesuContext", "24.4.0", "25.7.0"),
          // Later releases inherit it from ServiceManager.
          new Availability("BesuContext.getService\\(.*", "24.4.0", "24.12.0"),
          new Availability(
              ".*/LabelledSuppliedMetric.*|services/MetricsSystem.createLabelledSuppliedGauge\\(.*",
              "24.12.0",
              NEVER),
          new Availability(
              "(Registration|Start|Running)(Context|Service).*|services/RpcEndpointRegistry.*",
              NEVER,
              NEVER));

  @ParameterizedTest
  @MethodSource(INSTALLED)
  void signaturesOfPluginApiAreThoseOfInstalledBesu(final Distribution besu) {
    final SortedSet<String> own =
        Signatures.of(Path.of(System.getProperty("plugin.api")), PLUGIN_API);
    final SortedSet<String> installed = signatures(besu, PLUGIN_API);

    assertThat(missing(own, installed))
        .containsExactlyElementsOf(
            own.stream().filter(each -> isKnownToBeMissing(each, besu)).toList());
    if (!besu.isAtLeast("24.12.0")) {
      assertThat(installed)
          .contains(
              PLUGIN_API + "BesuPlugin.register(L" + PLUGIN_API + "BesuContext;)V",
              PLUGIN_API + "BesuContext.getService(Ljava/lang/Class;)Ljava/util/Optional;");
    }
  }

  @ParameterizedTest
  @MethodSource(INSTALLED)
  void signaturesOfFakeAreThoseOfItsInstalledRelease(final Distribution besu) {
    assertThat(Distribution.FAKES)
        .filteredOn(fake -> fake.release().equals(besu.release()))
        .allSatisfy(
            fake -> assertThat(missing(signatures(fake, BESU), signatures(besu, BESU))).isEmpty());
  }

  private static SortedSet<String> signatures(final Distribution besu, final String types) {
    return Signatures.of(besu.home().resolve("lib"), types);
  }

  private static SortedSet<String> missing(
      final SortedSet<String> own, final SortedSet<String> installed) {
    final SortedSet<String> missing = new TreeSet<>(own);
    missing.removeAll(installed);
    return missing;
  }

  private static boolean isKnownToBeMissing(final String signature, final Distribution besu) {
    return AVAILABILITY.stream()
        .filter(known -> signature.substring(PLUGIN_API.length()).matches(known.signature))
        .anyMatch(known -> !besu.isAtLeast(known.since) || besu.isAtLeast(known.until));
  }

  private record Availability(String signature, String since, String until) {}
}
