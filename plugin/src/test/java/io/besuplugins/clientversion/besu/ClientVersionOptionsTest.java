// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.FakeBesuServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ClientVersionOptionsTest {

  private final ClientVersionOptions options = new ClientVersionOptions();
  private final FakeBesuServices besu = new FakeBesuServices();

  ClientVersionOptionsTest() {
    options.addTo(besu);
  }

  @Test
  void observerIsEnabledByDefault() {
    assertThat(new ClientVersionOptions().isObserverEnabled()).isTrue();
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
    assertThat(ClientVersionOptions.OBSERVER_ENABLED).startsWith("--plugin-client-version-");
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
        "--rpc-ws-enabled=true    --rpc-http-api=ENGINE     | true",
        "--rpc-ws-enabled=true    --rpc-ws-api=ENGINE       | true",
        "--rpc-ws-enabled=true    --rpc-ws-api=ETH          | false",
        "--rpc-ws-enabled=false   --rpc-ws-api=ENGINE       | false"
      })
  void detectsWhetherTheEngineApiIsExposedWithoutJwt(
      final String arguments, final boolean exposed) {
    besu.parse(arguments.split(" +"));
    assertThat(options.isEngineApiExposedWithoutJwt()).isEqualTo(exposed);
  }

  @Test
  void returnsTheGenesisFile() {
    besu.parse();
    assertThat(options.genesisFile()).isEmpty();
    besu.parse("--genesis-file=devnet.json");
    assertThat(options.genesisFile()).contains("devnet.json");
  }

  @Test
  void treatsAnOptionThatBesuDoesNotHaveAsNotSet() {
    final ClientVersionOptions alone = new ClientVersionOptions();
    assertThat(alone.isEngineApiExposedWithoutJwt()).isFalse();
    new CommandLine(alone).parseArgs();
    assertThat(alone.genesisFile()).isEmpty();
    assertThat(alone.isEngineApiExposedWithoutJwt()).isFalse();
  }
}
