// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.besuplugins.clientversion.FakeBesuServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandLineOptionsTest {

  private final CommandLineOptions options = new CommandLineOptions();
  private final FakeBesuServices besu = new FakeBesuServices();

  CommandLineOptionsTest() {
    options.addTo(besu);
  }

  @Test
  void observerIsEnabledByDefault() {
    assertThat(new CommandLineOptions().isObserverEnabled()).isTrue();
    besu.parse();
    assertThat(options.isObserverEnabled()).isTrue();
    besu.parse("--plugin-client-version-observer-enabled=false");
    assertThat(options.isObserverEnabled()).isFalse();
    besu.parse("--plugin-client-version-observer-enabled");
    assertThat(options.isObserverEnabled()).isTrue();
  }

  @Test
  void optionBeginsWithTheNamespaceItIsAddedUnder() {
    assertThat(besu.optionNamespaces()).containsExactly("client-version");
    assertThat(CommandLineOptions.OBSERVER_ENABLED).startsWith("--plugin-client-version-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--rpc-http-enabled=true  --rpc-http-api=ETH,ENGINE | true",
        "--rpc-http-enabled=true  --rpc-http-api=engine     | true",
        "--rpc-http-enabled=true  --rpc-http-api=ETH        | false",
        "--rpc-http-enabled=true                            | false",
        "--rpc-http-enabled=false --rpc-http-api=ENGINE     | false",
        "--rpc-http-enabled=true  --rpc-http-api=ENGINE --rpc-http-authentication-enabled=true | false",
        "--rpc-ws-enabled=true    --rpc-http-api=ENGINE     | true",
        "--rpc-ws-enabled=true    --rpc-ws-api=ENGINE       | true",
        "--rpc-ws-enabled=true    --rpc-ws-api=ETH          | false",
        "--rpc-ws-enabled=false   --rpc-ws-api=ENGINE       | false",
        "--rpc-ws-enabled=true    --rpc-ws-api=ENGINE --rpc-ws-authentication-enabled=true | false"
      })
  void theMethodOfThePluginCanBeCalledWithoutJwtOnPublicPorts(
      final String arguments, final boolean callable) {
    besu.parse(arguments.split(" +"));
    assertThat(options.callableWithoutJwtBecause(Mode.ANSWER).isPresent()).isEqualTo(callable);
    assertThat(options.callableWithoutJwtBecause(Mode.OBSERVE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--engine-jwt-disabled=true | --engine-jwt-disabled is set; remove that option",
        "--rpc-http-api-methods-no-auth=x,engine_getClientVersionV1"
            + "| --rpc-http-api-methods-no-auth contains it; remove it there"
      })
  void theMethodCanBeCalledWithoutJwtOnTheEnginePort(final String argument, final String cause) {
    besu.parse(argument);
    assertThat(options.callableWithoutJwtBecause(Mode.ANSWER)).contains(cause);
    assertThat(options.callableWithoutJwtBecause(Mode.OBSERVE)).contains(cause);
  }

  @Test
  void readsGenesisFileAndNetwork() {
    besu.parse();
    assertThat(options.genesisFile()).isEmpty();
    assertThat(options.network()).isEmpty();
    besu.parse("--genesis-file=devnet.json", "--network=hoodi");
    assertThat(options.genesisFile()).contains("devnet.json");
    assertThat(options.network()).isEqualTo("hoodi");
  }

  @Test
  void treatsOptionsThatBesuDoesNotHaveAsNotSet() {
    final CommandLineOptions alone = new CommandLineOptions();
    assertThat(alone.callableWithoutJwtBecause(Mode.ANSWER)).isEmpty();
    assertThatThrownBy(alone::genesisFile)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Besu did not accept the plugin's option");
    new CommandLine(alone).parseArgs();
    assertThat(alone.callableWithoutJwtBecause(Mode.ANSWER)).isEmpty();
    assertThatThrownBy(alone::genesisFile)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Besu has no option --genesis-file");
  }
}
