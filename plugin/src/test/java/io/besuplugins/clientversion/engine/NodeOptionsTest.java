package io.besuplugins.clientversion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

class NodeOptionsTest {

  private final NodeOptions options = new NodeOptions();
  private final CommandLine node = new CommandLine(new Node());

  NodeOptionsTest() {
    node.getCommandSpec()
        .addMixin("Plugin client-version", CommandSpec.forAnnotatedObject(options));
  }

  @Test
  void observesUnlessTheOperatorSaysOtherwise() {
    assertThat(new NodeOptions().isObserverEnabled()).isTrue();
    node.parseArgs();
    assertThat(options.isObserverEnabled()).isTrue();
    node.parseArgs("--plugin-client-version-observer-enabled=false");
    assertThat(options.isObserverEnabled()).isFalse();
    node.parseArgs("--plugin-client-version-observer-enabled");
    assertThat(options.isObserverEnabled()).isTrue();
  }

  @Test
  void hasTheNameThatBesuDemands() {
    assertThat(CommandSpec.forAnnotatedObject(options).options())
        .singleElement()
        .satisfies(
            option ->
                assertThat(option.longestName())
                    .startsWith("--plugin-" + NodeOptions.NAMESPACE + "-"));
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
  void seesWhetherTheEngineNamespaceIsServedWithoutAToken(
      final String arguments, final boolean served) {
    node.parseArgs(arguments.split(" +"));

    assertThat(options.serveEngineWithoutToken()).isEqualTo(served);
  }

  @Test
  void knowsTheGenesisFileIfThereIsOne() {
    node.parseArgs();
    assertThat(options.genesisFile()).isEmpty();
    node.parseArgs("--genesis-file=devnet.json");
    assertThat(options.genesisFile()).contains("devnet.json");
  }

  @Test
  void takesAnOptionThatARevisionOfBesuNoLongerHasForUnset() {
    final NodeOptions alone = new NodeOptions();
    new CommandLine(alone).parseArgs();

    assertThat(alone.genesisFile()).isEmpty();
    assertThat(alone.serveEngineWithoutToken()).isFalse();
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
