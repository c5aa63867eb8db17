package org.hyperledger.besu.plugin;

/**
 * What Besu looks for with {@link java.util.ServiceLoader} in its plugins directory.
 *
 * <p>Up to 24.10.0 the node calls {@code register(BesuContext)} in place of {@link
 * #register(ServiceManager)}.
 */
public interface BesuPlugin {

  /** The first step, before Besu has read its options; {@code --help} and {@code --version} too. */
  void register(ServiceManager context);

  /** Options are read and the network is known; the last moment at which RPC methods count. */
  default void beforeExternalServices() {}

  /** RPC servers are open, the metrics system has become a service. */
  void start();

  /** The node goes down. */
  void stop();
}
