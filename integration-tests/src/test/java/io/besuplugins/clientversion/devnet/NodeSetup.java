package io.besuplugins.clientversion.devnet;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a node is to be started with.
 *
 * @param distribution which Besu
 * @param network which chain
 * @param plugins the jars in its plugins directory
 * @param options Besu's command line options, beside those that every node of the devnet gets
 * @param environment variables, beside those of this process
 */
public record NodeSetup(
    Distribution distribution,
    Network network,
    List<Path> plugins,
    List<String> options,
    Map<String, String> environment) {

  /** A node with the built plugin jar. */
  public static NodeSetup of(final Distribution distribution, final Network network) {
    return new NodeSetup(
        distribution,
        network,
        List.of(Path.of(System.getProperty("plugin.jar"))),
        List.of(),
        Map.of());
  }

  /** The same without any plugin. */
  public NodeSetup withoutPlugin() {
    return new NodeSetup(distribution, network, List.of(), options, environment);
  }

  /** The same with that plugin in place of this project's. */
  public NodeSetup withPlugin(final Path jar) {
    return new NodeSetup(distribution, network, List.of(jar), options, environment);
  }

  /** The same with more options. */
  public NodeSetup with(final String... more) {
    return new NodeSetup(
        distribution,
        network,
        plugins,
        Stream.concat(options.stream(), Stream.of(more)).toList(),
        environment);
  }

  /** The same with one more environment variable. */
  public NodeSetup withVariable(final String name, final String value) {
    final Map<String, String> variables = new HashMap<>(environment);
    variables.put(name, value);
    return new NodeSetup(distribution, network, plugins, options, Map.copyOf(variables));
  }

  /**
   * Starts the node and waits until it is up.
   *
   * @throws NodeFailedException when it ends, or is not up in time; with its log
   */
  public Node start() {
    return place().start();
  }

  /** A new place for such a node, in which it is yet to be started. */
  public NodePlace place() {
    return NodePlace.of(this);
  }

  @Override
  public String toString() {
    return distribution + ", " + network;
  }
}
