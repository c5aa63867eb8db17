// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.besu.plugin.BesuContext;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.services.BesuService;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What Besu provides to a plugin: the context of any release, and its command line. */
@Command
public final class FakeBesuServices implements BesuContext, ServiceManager, PicoCLIOptions {

  @Option(names = "--genesis-file")
  private Path genesisFile;

  @Option(names = "--network")
  private String network;

  @Option(names = "--engine-jwt-disabled")
  private boolean isEngineJwtDisabled;

  @Option(names = "--rpc-http-api-methods-no-auth", split = ",")
  private List<String> methodsWithoutAuthentication;

  @Option(names = "--rpc-http-authentication-enabled")
  private boolean isHttpAuthenticated;

  @Option(names = "--rpc-ws-authentication-enabled")
  private boolean isWebSocketAuthenticated;

  @Option(names = "--rpc-http-enabled")
  private boolean isHttpEnabled;

  @Option(names = "--rpc-ws-enabled")
  private boolean isWebSocketEnabled;

  @Option(names = "--rpc-http-api", split = ",", defaultValue = "ETH,NET,WEB3")
  private List<String> httpApis;

  @Option(names = "--rpc-ws-api", split = ",", defaultValue = "ETH,NET,WEB3")
  private List<String> webSocketApis;

  public final RecordingRpcEndpointService rpc = new RecordingRpcEndpointService();
  public final RecordingMetricsSystem metrics =
      new RecordingMetricsSystem(RecordingMetricsSystem.Api.SINCE_24_12);

  /** The services that are provided. */
  public final List<BesuService> provided = new ArrayList<>(List.of(this, rpc, metrics));

  /** Called when the plugin adds its option; may throw. */
  public Runnable onAddOptions = () -> {};

  private final CommandLine commandLine = new CommandLine(this);

  @Override
  public <T extends BesuService> Optional<T> getService(final Class<T> type) {
    return provided.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  @Override
  public void addPicoCLIOptions(final String namespace, final Object options) {
    onAddOptions.run();
    commandLine.getCommandSpec().addMixin(namespace, CommandSpec.forAnnotatedObject(options));
  }

  public Set<String> optionNamespaces() {
    return commandLine.getCommandSpec().mixins().keySet();
  }

  public void parse(final String... arguments) {
    commandLine.parseArgs(arguments);
  }
}
