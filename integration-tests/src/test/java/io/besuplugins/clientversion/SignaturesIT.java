package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.besuplugins.clientversion.devnet.InstalledBesu;
import io.besuplugins.clientversion.devnet.Signatures;
import io.besuplugins.clientversion.devnet.StandIn;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The signatures that are written here, held against the jars of each installed Besu. */
class SignaturesIT {

  private static final String PLUGIN_API = "org/hyperledger/besu/plugin/";

  /** Up to 24.10.0 the context is another type; the plugin has a {@code register} for each. */
  private static final Set<String> BEFORE_24_12 =
      Set.of(
          "org/hyperledger/besu/plugin/ServiceManager",
          "org/hyperledger/besu/plugin/ServiceManager.getService(Ljava/lang/Class;)Ljava/util/Optional;",
          "org/hyperledger/besu/plugin/BesuPlugin.register(Lorg/hyperledger/besu/plugin/ServiceManager;)V");

  private static final Set<String> SINCE_25_7 = Set.of("org/hyperledger/besu/plugin/BesuContext");

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
                    .isEqualTo(new TreeSet<>(knownDifferences(besu))));
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
  void ofTheStandInAreThoseOfTheInstalledBesuInWhoseShapeItIs() {
    assumeTrue(
        InstalledBesu.given().findAny().isPresent(),
        "compares with an installed Besu: none is given, see -Dbesu.home");

    InstalledBesu.given()
        .forEach(
            besu ->
                StandIn.inShapeOf(besu.release())
                    .ifPresent(
                        standIn ->
                            assertThat(
                                    Signatures.of(standIn.classes(), "org/hyperledger/besu/")
                                        .missingFrom(
                                            Signatures.of(
                                                besu.home().resolve("lib"),
                                                "org/hyperledger/besu/")))
                                .as("what %s has not", besu)
                                .isEmpty()));
  }

  private static Set<String> knownDifferences(final InstalledBesu besu) {
    if (!besu.isSince("24.12.0")) {
      return BEFORE_24_12;
    }
    return besu.isSince("25.7.0") ? SINCE_25_7 : Set.of();
  }
}
