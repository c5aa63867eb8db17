package io.besuplugins.clientversion.standin.shape;

import io.besuplugins.clientversion.standin.plugin.Services;
import io.besuplugins.clientversion.standin.release.Span;
import java.util.Optional;
import org.hyperledger.besu.config.MergeConfiguration;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.services.BesuService;

/** The plugin API of releases 26.1.0 to 26.8.0, seen from the node. */
public final class PluginApi {

  /** The releases that have this shape and that the stand-in knows. */
  public static final Span RELEASES = Span.between("26.1.0", "26.8.1");

  private PluginApi() {}

  /**
   * Has a plugin register.
   *
   * @param plugin the plugin
   * @param services what it can find
   */
  public static void register(final BesuPlugin plugin, final Services services) {
    plugin.register(new Context(services));
  }

  /**
   * A plugin's name.
   *
   * @param plugin the plugin
   * @return its name, or null where it has none
   */
  public static String nameOf(final BesuPlugin plugin) {
    return plugin.getName();
  }

  /**
   * Shows plugins whether this is a merge network.
   *
   * @param isMerge the flag
   */
  public static void setMergeEnabled(final boolean isMerge) {
    MergeConfiguration.setMergeEnabled(isMerge);
  }

  private record Context(Services services) implements ServiceManager {

    @Override
    public <T extends BesuService> void addService(final Class<T> serviceType, final T service) {
      services.add(serviceType, service);
    }

    @Override
    public <T extends BesuService> Optional<T> getService(final Class<T> serviceType) {
      return services.find(serviceType);
    }
  }
}
