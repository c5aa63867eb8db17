// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether the plugin serves {@code engine_getClientVersionV1}. It has to be certain that
 * Besu does not: Besu does not start if a plugin registers a method that Besu has. Reads Besu's
 * classes by name, because the plugin API does not tell.
 */
public final class ModeDecision {

  private static final String METHOD = "engine_getClientVersionV1";
  private static final String RPC_METHODS = "org.hyperledger.besu.ethereum.api.jsonrpc.RpcMethod";
  private static final String MERGE_FLAG = "org.hyperledger.besu.config.MergeConfiguration";

  /** Up to 24.9.1. */
  private static final String PREVIOUS_MERGE_FLAG =
      "org.hyperledger.besu.config.MergeConfigOptions";

  /** Bundled with Besu without a terminal total difficulty; Besu has removed or removes them. */
  private static final Set<String> OTHER_NETWORKS = Set.of("dev", "classic", "mordor");

  private final ClassLoader besuClassLoader;
  private final CommandLineOptions options;

  /**
   * @param besuClassLoader the class loader of Besu's classes
   * @param options Besu's command line, already parsed
   */
  public ModeDecision(final ClassLoader besuClassLoader, final CommandLineOptions options) {
    this.besuClassLoader = besuClassLoader;
    this.options = options;
  }

  /**
   * Returns a reason for {@link Mode#ANSWER} or {@link Mode#OBSERVE}.
   *
   * @throws ReflectiveOperationException if this release has moved its list of RPC methods or its
   *     merge flag
   * @throws IOException if the genesis file matters and cannot be read
   * @throws IllegalStateException if Besu's options matter and cannot be read
   */
  public ModeReason decide() throws ReflectiveOperationException, IOException {
    if (!isInRpcMethods()) {
      return ModeReason.METHOD_UNKNOWN;
    }
    if (isMergeFlagSet()) {
      return ModeReason.MERGE_FLAG_SET;
    }
    final Optional<String> genesisFile = options.genesisFile();
    if (genesisFile.isPresent()) {
      return GenesisFile.isCertainlyNotProofOfStake(Path.of(genesisFile.get()))
          ? ModeReason.NOT_PROOF_OF_STAKE_GENESIS
          : ModeReason.UNDETERMINED;
    }
    return OTHER_NETWORKS.contains(options.network().toLowerCase(Locale.ROOT))
        ? ModeReason.NOT_PROOF_OF_STAKE_NETWORK
        : ModeReason.UNDETERMINED;
  }

  private boolean isInRpcMethods() throws ReflectiveOperationException {
    return (boolean)
        besuClass(RPC_METHODS).getMethod("rpcMethodExists", String.class).invoke(null, METHOD);
  }

  private boolean isMergeFlagSet() throws ReflectiveOperationException {
    Class<?> holder;
    try {
      holder = besuClass(MERGE_FLAG);
    } catch (final ClassNotFoundException e) {
      holder = besuClass(PREVIOUS_MERGE_FLAG);
    }
    return (boolean) holder.getMethod("isMergeEnabled").invoke(null);
  }

  private Class<?> besuClass(final String name) throws ClassNotFoundException {
    return Class.forName(name, true, besuClassLoader);
  }
}
