// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

class ClientVersionOptionsTest {

  private final ClientVersionOptions options = new ClientVersionOptions();
  private final CommandLine node = new CommandLine(new Node());

  ClientVersionOptionsTest() {
    options.addTo(
        (namespace, object) ->
            node.getCommandSpec().addMixin(namespace, CommandSpec.forAnnotatedObject(object)));
  }

  @Test
  void observerIsEnabledByDefault() {
    assertThat(new ClientVersionOptions().isObserverEnabled()).isTrue();
    node.parseArgs();
    assertThat(options.isObserverEnabled()).isTrue();
    node.parseArgs("--plugin-client-version-observer-enabled=false");
    assertThat(options.isObserverEnabled()).isFalse();
    node.parseArgs("--plugin-client-version-observer-enabled");
    assertThat(options.isObserverEnabled()).isTrue();
  }

  @Test
  void optionBeginsWithTheNamespaceItIsAddedUnder() {
    final String namespace = node.getCommandSpec().mixins().keySet().iterator().next();

    assertThat(ClientVersionOptions.OBSERVER_ENABLED).startsWith("--plugin-" + namespace + "-");
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
    node.parseArgs(arguments.split(" +"));

    assertThat(options.isEngineApiExposedWithoutJwt()).isEqualTo(exposed);
  }

  @Test
  void returnsTheGenesisFile() {
    node.parseArgs();
    assertThat(options.genesisFile()).isEmpty();
    node.parseArgs("--genesis-file=devnet.json");
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

  @Command
  private static final class Node {
    @Option(names = "--genesis-file")
    private String genesis;

    @Option(names = "--rpc-http-enabled")
    private boolean http;

    @Option(names = "--rpc-ws-enabled")
    private boolean webSockets;

    @Option(names = "--rpc-http-api", split = ",", defaultValue = "ETH,NET,WEB3")
    private List<String> httpApis;

    @Option(names = "--rpc-ws-api", split = ",", defaultValue = "ETH,NET,WEB3")
    private List<String> webSocketApis;
  }
}
