package org.hyperledger.besu.plugin;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A plugin, in the shape of releases 26.1.0 to 26.8.0. */
public interface BesuPlugin {

  /**
   * The plugin's name.
   *
   * @return its class name, unless overridden
   */
  default String getName() {
    return getClass().getName();
  }

  /**
   * Called first, before the command line is parsed for good.
   *
   * @param context finds the node's services
   */
  void register(ServiceManager context);

  /** Called when the options have their values and no port is open yet. */
  default void beforeExternalServices() {}

  /** Called when the ports are open and every service is there. */
  void start();

  /** Called when the node runs; since 24.6.0. */
  default void afterExternalServicePostMainLoop() {}

  /**
   * Called over JSON-RPC to read the configuration anew.
   *
   * @return when that is done
   */
  default CompletableFuture<Void> reloadConfiguration() {
    return CompletableFuture.completedFuture(null);
  }

  /** Called when the node stops. */
  void stop();

  /**
   * The plugin's version as {@code --version} shows it; since 24.5.0.
   *
   * @return title and version from the manifest of the plugin's jar, unless overridden
   */
  default String getVersion() {
    final Package home = getClass().getPackage();
    final String title =
        Optional.ofNullable(home.getImplementationTitle())
            .filter(text -> !text.isBlank())
            .orElse("<Unknown Implementation Title>");
    final String version =
        Optional.ofNullable(home.getImplementationVersion())
            .filter(text -> !text.isBlank())
            .orElse("<Unknown Version>");
    return title + "/" + version;
  }
}
