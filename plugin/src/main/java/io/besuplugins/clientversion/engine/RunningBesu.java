package io.besuplugins.clientversion.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What Besu's plugin API does not tell of the running node, read from Besu's own classes by name
 * and from its genesis file. Where two releases differ in what the plugin needs to know, both ways
 * are here.
 */
public final class RunningBesu {

  private static final String METHODS = "org.hyperledger.besu.ethereum.api.jsonrpc.RpcMethod";

  /** From 24.10.0 on. */
  private static final String MERGE_FLAG = "org.hyperledger.besu.config.MergeConfiguration";

  /** Up to 24.9.1. */
  private static final String FORMER_MERGE_FLAG = "org.hyperledger.besu.config.MergeConfigOptions";

  /**
   * What makes a genesis without a terminal total difficulty something else than proof of stake.
   */
  private static final Set<String> OTHER_CONSENSUS =
      Set.of("ethash", "fixeddifficulty", "ibft2", "qbft", "clique");

  private final ClassLoader besu;
  private final NodeOptions options;

  /**
   * The node that the plugin runs in.
   *
   * @param besu has Besu's classes
   * @param options what the node was started with
   */
  public RunningBesu(final ClassLoader besu, final NodeOptions options) {
    this.besu = besu;
    this.options = options;
  }

  /**
   * Whether Besu has an {@code engine_getClientVersionV1} of its own on this network, so that it
   * would not start if a plugin registered one. True to fact from {@code beforeExternalServices()}
   * on.
   *
   * <p>Releases from 24.9.0 on have one on a merge network: where the genesis has a terminal total
   * difficulty and, from 26.7.0 on, also where it names no consensus at all, which the merge flag
   * does not tell.
   *
   * @throws ReflectiveOperationException when this release keeps what is asked for elsewhere
   * @throws IOException when the genesis file cannot be read
   */
  public boolean answersByItself() throws ReflectiveOperationException, IOException {
    return hasMethod() && (isMergeFlagSet() || !namesOtherConsensus());
  }

  private boolean hasMethod() throws ReflectiveOperationException {
    return (boolean)
        classNamed(METHODS)
            .getMethod("rpcMethodExists", String.class)
            .invoke(null, GetClientVersion.NAME);
  }

  private boolean isMergeFlagSet() throws ReflectiveOperationException {
    return (boolean) mergeFlag().getMethod("isMergeEnabled").invoke(null);
  }

  private Class<?> mergeFlag() throws ClassNotFoundException {
    try {
      return classNamed(MERGE_FLAG);
    } catch (final ClassNotFoundException upTo24Point9) {
      return classNamed(FORMER_MERGE_FLAG);
    }
  }

  private Class<?> classNamed(final String name) throws ClassNotFoundException {
    return Class.forName(name, true, besu);
  }

  /** The networks that Besu has by name all do, or have the merge flag set. */
  private boolean namesOtherConsensus() throws IOException {
    final Optional<String> genesis = options.genesisFile();
    return genesis.isEmpty() || namesOtherConsensus(Path.of(genesis.get()));
  }

  /** Reads no more of a genesis than its config: its accounts can be hundreds of megabytes. */
  private static boolean namesOtherConsensus(final Path genesis) throws IOException {
    try (JsonParser json = new ObjectMapper().createParser(genesis.toFile())) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        final boolean isConfig = "config".equalsIgnoreCase(json.currentName());
        json.nextToken();
        if (isConfig) {
          return hasKeyOf(OTHER_CONSENSUS, json);
        }
        json.skipChildren();
      }
      return false;
    }
  }

  private static boolean hasKeyOf(final Set<String> keys, final JsonParser object)
      throws IOException {
    while (object.nextToken() == JsonToken.FIELD_NAME) {
      if (keys.contains(object.currentName().toLowerCase(Locale.ROOT))) {
        return true;
      }
      object.nextToken();
      object.skipChildren();
    }
    return false;
  }
}
