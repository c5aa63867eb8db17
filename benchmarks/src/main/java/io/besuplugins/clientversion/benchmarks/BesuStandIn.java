// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.services.BesuService;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The services that Besu 26.8.0 provides to a plugin, and its command line. */
final class BesuStandIn implements ServiceManager, PicoCLIOptions, RpcEndpointService {

  @Option(names = "--genesis-file")
  private File genesisFile;

  @Option(names = "--network")
  private String network;

  @Option(names = "--rpc-http-enabled")
  private boolean rpcHttpEnabled;

  @Option(names = "--rpc-http-api", split = ",", defaultValue = "ETH,NET,WEB3")
  private List<String> rpcHttpApis;

  private final CommandLine commandLine = new CommandLine(this);
  private final MetricsSystem metrics = new CountingMetricsSystem();
  private final Map<String, Function<PluginRpcRequest, ?>> rpcMethods = new HashMap<>();

  void parse(final String... arguments) {
    commandLine.parseArgs(arguments);
  }

  Object call(final String method) {
    return rpcMethods.get(method).apply(() -> null);
  }

  @Override
  public <T extends BesuService> Optional<T> getService(final Class<T> type) {
    return Optional.of(type.cast(type == MetricsSystem.class ? metrics : this));
  }

  @Override
  public void addPicoCLIOptions(final String namespace, final Object options) {
    commandLine.addMixin(namespace, CommandSpec.forAnnotatedObject(options));
  }

  @Override
  public <T> void registerRPCEndpoint(
      final String namespace, final String name, final Function<PluginRpcRequest, T> function) {
    rpcMethods.put(namespace + "_" + name, function);
  }
}
