// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.node;

import io.besuplugins.clientversion.dsl.rpc.JsonRpcResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a node is started with.
 *
 * @param plugins the jars in its plugins directory
 * @param options Besu's command line options, in addition to those of every node of the devnet
 * @param environment variables, in addition to those of this process
 */
public record NodeConfiguration(
    Distribution distribution,
    Genesis genesis,
    List<Path> plugins,
    List<String> options,
    Map<String, String> environment) {

  /** A node with the built plugin jar. */
  public static NodeConfiguration of(final Distribution distribution, final Genesis genesis) {
    return new NodeConfiguration(
        distribution,
        genesis,
        List.of(Path.of(System.getProperty("plugin.jar"))),
        List.of(),
        Map.of());
  }

  public NodeConfiguration withoutPlugin() {
    return new NodeConfiguration(distribution, genesis, List.of(), options, environment);
  }

  /** The same with another plugin instead of this project's. */
  public NodeConfiguration withPlugin(final Path jar) {
    return new NodeConfiguration(distribution, genesis, List.of(jar), options, environment);
  }

  public NodeConfiguration with(final String... more) {
    return new NodeConfiguration(
        distribution,
        genesis,
        plugins,
        Stream.concat(options.stream(), Stream.of(more)).toList(),
        environment);
  }

  public NodeConfiguration withEnvironment(final String name, final String value) {
    final Map<String, String> variables = new HashMap<>(environment);
    variables.put(name, value);
    return new NodeConfiguration(distribution, genesis, plugins, options, Map.copyOf(variables));
  }

  /** Why the plugin answers on such a node, or observes it. */
  public Reason reason() {
    if (!distribution.isAtLeast("24.9.0")) {
      return Reason.METHOD_UNKNOWN;
    }
    if (genesis.equals(Genesis.QBFT)) {
      return Reason.NOT_PROOF_OF_STAKE_GENESIS;
    }
    return genesis.equals(Genesis.NO_CONSENSUS) ? Reason.UNDETERMINED : Reason.MERGE_FLAG_SET;
  }

  /** Whether Besu has no method of its own on such a node, so that the plugin answers. */
  public boolean isAnsweredByPlugin() {
    return reason().mode().equals("ANSWER");
  }

  /** Whether Besu answers with an object instead of an array, as 24.9.0 and 24.9.1 do. */
  public boolean isAnsweredWithBareObject() {
    return !isAnsweredByPlugin() && !distribution.isAtLeast("24.10.0");
  }

  /** The {@code ClientVersionV1} of such a node, as JSON. */
  public String clientVersion() {
    return "{\"code\":\"BU\",\"name\":\"Besu\",\"version\":\"%s\",\"commit\":\"%s\"}"
        .formatted(distribution.release(), distribution.commit());
  }

  /** The response of such a node to every valid call. */
  public JsonRpcResponse response() {
    return JsonRpcResponse.withResult(
        isAnsweredWithBareObject() ? clientVersion() : "[" + clientVersion() + "]");
  }

  /** What the plugin logs when such a node starts. */
  public String startLine() {
    final String besu =
        "Besu %s (BU, commit %s)".formatted(distribution.release(), distribution.commit());
    return "INFO Client version plugin %s: "
        .formatted(System.getProperty("plugin.version"))
        .concat(
            isAnsweredByPlugin()
                ? "serving engine_getClientVersionV1 as " + besu
                : besu + " serves engine_getClientVersionV1, recording its callers");
  }

  /** Creates such a node and starts it. */
  public Node start() {
    return new Node(this).start();
  }

  @Override
  public String toString() {
    return distribution + ", " + genesis;
  }
}
