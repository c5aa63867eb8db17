package io.besuplugins.clientversion.standin.plugin;

import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.release.Trait;
import io.besuplugins.clientversion.standin.shape.PluginApi;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins and their lives. As in Besu only an {@code Exception} is dealt with: the plugin is
 * dropped or the node stops, as the release has it. An {@code Error} always gets out.
 */
public final class Plugins {

  static final String BESU_LOGGER = "org.hyperledger.besu.services.BesuPluginContextImpl";

  private static final Logger LOG = LoggerFactory.getLogger(BESU_LOGGER);

  private final Release release;
  private final Supplier<PluginSelection> chosen;
  private final PluginJars jars;
  private final List<BesuPlugin> living = new ArrayList<>();
  private final List<String> versions = new ArrayList<>();
  private volatile boolean haveStarted;

  /**
   * Plugins that are not loaded yet.
   *
   * @param release the release
   * @param chosen which are to run, known when they register
   */
  public Plugins(final Release release, final Supplier<PluginSelection> chosen) {
    this.release = release;
    this.chosen = chosen;
    this.jars = new PluginJars(release);
  }

  /**
   * Loads the plugins and has them register.
   *
   * @param services what they can find
   */
  public void register(final Services services) {
    final PluginSelection selection = chosen.get();
    if (!selection.isOn()) {
      LOG.debug("External plugins are disabled. Skipping plugins registration.");
      return;
    }
    living.addAll(requestedOf(jars.plugins(selection), selection.requested()));
    forEach(
        "registering",
        plugin -> {
          PluginApi.register(plugin, services);
          versions.add(PluginVersion.of(plugin, release));
          LOG.info("Registered plugin of type {}.", plugin.getClass().getName());
        });
  }

  /** Tells the plugins that the options are read and that no port is open yet. */
  public void beforeExternalServices() {
    forEach("calling `beforeExternalServices` on", BesuPlugin::beforeExternalServices);
  }

  /** Starts the plugins. */
  public void start() {
    forEach("starting", BesuPlugin::start);
    LOG.debug("Plugin startup complete.");
    haveStarted = true;
  }

  /** Tells the plugins that the node runs; from 24.6.0 to 24.9.1 that is the last they hear. */
  public void afterMainLoop() {
    if (!release.has(Trait.CALLS_AFTER_MAIN_LOOP)) {
      return;
    }
    if (release.has(Trait.FORGETS_PLUGINS_AFTER_MAIN_LOOP)) {
      final List<BesuPlugin> last = List.copyOf(living);
      living.clear();
      last.forEach(BesuPlugin::afterExternalServicePostMainLoop);
    } else {
      forEach(
          "calling `afterExternalServicePostMainLoop` on",
          BesuPlugin::afterExternalServicePostMainLoop);
    }
  }

  /**
   * Stops the plugins that are left.
   *
   * @throws IllegalStateException if they have not all started
   */
  public void stop() {
    if (!haveStarted) {
      throw new IllegalStateException("Plugins can only be stopped after they have started");
    }
    for (final BesuPlugin plugin : living) {
      try {
        plugin.stop();
        LOG.debug("Stopped plugin of type {}.", plugin.getClass().getName());
      } catch (final Exception e) {
        LOG.error("Error stopping plugin of type {}", plugin.getClass().getName(), e);
      }
    }
    if (release.has(Trait.CLOSES_PLUGIN_CLASS_LOADER)) {
      jars.close();
    }
  }

  /**
   * What {@code --version} shows of the plugins.
   *
   * @return a line for each
   */
  public List<String> versions() {
    return List.copyOf(versions);
  }

  private void forEach(final String doing, final Consumer<BesuPlugin> step) {
    final Iterator<BesuPlugin> plugins = living.iterator();
    while (plugins.hasNext()) {
      final BesuPlugin plugin = plugins.next();
      try {
        step.accept(plugin);
      } catch (final Exception e) {
        final String failure = "Error " + doing + " plugin of type " + plugin.getClass().getName();
        if (release.has(Trait.STOPS_AT_FAILING_PLUGINS) && !chosen.get().continueOnError()) {
          throw new IllegalStateException(failure, e);
        }
        LOG.error("{}, it will not be called any more.", failure, e);
        plugins.remove();
      }
    }
  }

  private static List<BesuPlugin> requestedOf(
      final List<BesuPlugin> found, final List<String> names) {
    if (names.isEmpty()) {
      return found;
    }
    final Map<String, BesuPlugin> byName =
        found.stream()
            .collect(
                Collectors.toMap(
                    plugin -> plugin.getClass().getSimpleName(),
                    Function.identity(),
                    (one, other) -> one,
                    LinkedHashMap::new));
    final List<String> missing = names.stream().filter(name -> !byName.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw new NoSuchElementException(
          "The following requested plugins were not found: " + String.join(", ", missing));
    }
    byName.keySet().retainAll(names);
    return List.copyOf(byName.values());
  }
}
