// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.services.BesuService;
import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.hyperledger.besu.plugin.services.RpcEndpointService;
import org.hyperledger.besu.plugin.services.rpc.PluginRpcRequest;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * Loads the plugin and calls its lifecycle methods up to {@code start()}, as Besu 26.8.0 does. To
 * be loaded by a class loader that has Besu's classes but not the plugin.
 */
public final class PluginStart implements Runnable, ServiceManager, RpcEndpointService {

  /** Some of Besu's options that the plugin reads. */
  private static final class BesuOptions {

    @Option(names = "--genesis-file")
    private File genesisFile;

    @Option(names = "--rpc-http-enabled")
    private boolean rpcHttpEnabled;

    @Option(names = "--rpc-http-api", split = ",")
    private List<String> rpcHttpApis;
  }

  private final URL pluginJar;
  private final String[] arguments;
  private final CommandLine commandLine = new CommandLine(new BesuOptions());
  private final Map<String, Function<PluginRpcRequest, ?>> rpcMethods = new HashMap<>();
  private final Map<Class<?>, BesuService> services =
      Map.of(
          PicoCLIOptions.class,
          (PicoCLIOptions)
              (namespace, options) ->
                  commandLine.addMixin(namespace, CommandSpec.forAnnotatedObject(options)),
          RpcEndpointService.class,
          this,
          MetricsSystem.class,
          new CountingMetricsSystem());

  /** Uses the libraries and classes that Besu uses before it calls plugins. */
  public PluginStart(final URL pluginJar, final File genesisFile, final Boolean isMerge)
      throws IOException, ReflectiveOperationException {
    this.pluginJar = pluginJar;
    this.arguments =
        new String[] {"--genesis-file=" + genesisFile, "--rpc-http-enabled", "--rpc-http-api=ETH"};
    commandLine.parseArgs(arguments);
    LoggerFactory.getLogger(PluginStart.class)
        .info("Genesis: {}", new ObjectMapper().readTree(genesisFile));
    Class.forName("org.hyperledger.besu.ethereum.api.jsonrpc.RpcMethod")
        .getMethod("rpcMethodExists", String.class)
        .invoke(null, "engine_getClientVersionV1");
    Class.forName("org.hyperledger.besu.config.MergeConfiguration")
        .getMethod("setMergeEnabled", boolean.class)
        .invoke(null, isMerge);
  }

  @Override
  public void run() {
    final ClassLoader loader =
        new URLClassLoader(new URL[] {pluginJar}, PluginStart.class.getClassLoader());
    for (final BesuPlugin plugin : ServiceLoader.load(BesuPlugin.class, loader)) {
      plugin.register(this);
      commandLine.parseArgs(arguments);
      plugin.beforeExternalServices();
      plugin.start();
    }
  }

  /** The result of {@code clientversion_executionClient}. */
  @Override
  public String toString() {
    return rpcMethods.get("clientversion_executionClient").apply(() -> null).toString();
  }

  @Override
  public <T extends BesuService> Optional<T> getService(final Class<T> type) {
    return Optional.ofNullable(services.get(type)).map(type::cast);
  }

  @Override
  public <T> void registerRPCEndpoint(
      final String namespace,
      final String functionName,
      final Function<PluginRpcRequest, T> function) {
    rpcMethods.put(namespace + "_" + functionName, function);
  }
}
