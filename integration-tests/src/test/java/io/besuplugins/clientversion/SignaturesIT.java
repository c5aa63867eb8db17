package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.besuplugins.clientversion.devnet.FakeBesu;
import io.besuplugins.clientversion.devnet.InstalledBesu;
import io.besuplugins.clientversion.devnet.Signatures;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The signatures that are written here, held against the jars of each installed Besu. */
class SignaturesIT {

  private static final String PLUGIN_API = "org/hyperledger/besu/plugin/";

  /** The members and types of the union that is compiled against which not all releases have. */
  private static final List<Availability> AVAILABILITY =
      List.of(
          new Availability("ServiceManager.*|BesuPlugin.register\\(.*", "24.12.0", "99.0.0"),
          new Availability("BesuPlugin.getVersion\\(.*", "24.5.0", "99.0.0"),
          new Availability("BesuPlugin.getName\\(.*", "24.4.0", "26.1.0"),
          new Availability("BesuContext", "24.4.0", "25.7.0"),
          new Availability(
              ".*/LabelledGauge.*|services/MetricsSystem.createLabelledGauge\\(.*",
              "24.4.0",
              "25.6.0"),
          new Availability(
              ".*/LabelledSuppliedMetric.*|services/MetricsSystem.createLabelledSuppliedGauge\\(.*",
              "24.12.0",
              "99.0.0"),
          new Availability(
              "(RegistrationContext|StartContext|RunningContext|PicoCLIOptions|services/RpcEndpointRegistry).*",
              "99.0.0",
              "99.0.0"));

  @Test
  void ofThePluginAreThoseOfEachInstalledBesu() {
    assumeTrue(
        InstalledBesu.given().findAny().isPresent(),
        "compares with an installed Besu: none is given, see -Dbesu.home");
    final Signatures own = Signatures.of(Path.of(System.getProperty("plugin.api")), PLUGIN_API);

    InstalledBesu.given()
        .forEach(
            besu ->
                assertThat(own.missingFrom(Signatures.of(besu.home().resolve("lib"), PLUGIN_API)))
                    .as("what %s has not", besu)
                    .containsExactlyElementsOf(
                        own.all().stream()
                            .filter(signature -> isKnownToBeMissing(signature, besu))
                            .toList()));
  }

  @Test
  void ofTheFormerContextAreThoseOfEachInstalledBesuThatHasIt() {
    assumeTrue(
        InstalledBesu.given().anyMatch(besu -> !besu.isSince("24.12.0")),
        "compares with an installed Besu up to 24.10.0: none is given, see -Dbesu.home");

    InstalledBesu.given()
        .filter(besu -> !besu.isSince("24.12.0"))
        .forEach(
            besu ->
                assertThat(Signatures.of(besu.home().resolve("lib"), PLUGIN_API).all())
                    .contains(
                        "org/hyperledger/besu/plugin/BesuPlugin.register(Lorg/hyperledger/besu/plugin/BesuContext;)V",
                        "org/hyperledger/besu/plugin/BesuContext.getService(Ljava/lang/Class;)Ljava/util/Optional;"));
  }

  @Test
  void ofTheFakeAreThoseOfTheInstalledBesuInWhoseShapeItIs() {
    assumeTrue(
        InstalledBesu.given().findAny().isPresent(),
        "compares with an installed Besu: none is given, see -Dbesu.home");

    InstalledBesu.given()
        .forEach(
            besu ->
                FakeBesu.of(besu.release())
                    .ifPresent(
                        fake ->
                            assertThat(
                                    Signatures.of(fake.jar(), "org/hyperledger/besu/")
                                        .missingFrom(
                                            Signatures.of(
                                                besu.home().resolve("lib"),
                                                "org/hyperledger/besu/")))
                                .as("what %s has not", besu)
                                .isEmpty()));
  }

  private static boolean isKnownToBeMissing(final String signature, final InstalledBesu besu) {
    return AVAILABILITY.stream()
        .filter(known -> signature.substring(PLUGIN_API.length()).matches(known.signature))
        .anyMatch(known -> known.isMissingFrom(besu));
  }

  private record Availability(String signature, String since, String until) {

    boolean isMissingFrom(final InstalledBesu besu) {
      return !besu.isSince(since) || besu.isSince(until);
    }
  }
}
