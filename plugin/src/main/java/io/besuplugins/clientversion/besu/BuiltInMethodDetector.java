// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Detects whether Besu itself implements a method on this network, in which case it would not start
 * if a plugin registered the method. Reads Besu's classes by name, because the plugin API does not
 * tell.
 */
public final class BuiltInMethodDetector {

  /** Whether Besu says that the network is a merge network. */
  enum MergeFlag {
    SET,
    NOT_SET,
    /** Possibly not set yet, or not where any known release keeps it. */
    UNKNOWN
  }

  /**
   * A row of the table that decides.
   *
   * @param inRpcMethods whether Besu's list of RPC methods has the method
   * @param flags the states of the merge flag that the row applies to
   * @param genesis what the genesis file declares; null for anything
   * @param builtIn the decision
   */
  private record Rule(
      boolean inRpcMethods, Set<MergeFlag> flags, GenesisConsensus genesis, boolean builtIn) {}

  private static final Set<MergeFlag> ANY = Set.of(MergeFlag.values());

  /** The first row that applies decides. */
  private static final List<Rule> RULES =
      List.of(
          // 24.4.0 to 24.8.0 do not know the method. Source: RpcMethod.
          new Rule(false, ANY, null, false),
          // 24.9.0 on: it exists where a merge coordinator does. Source: RunnerBuilder.
          new Rule(true, Set.of(MergeFlag.SET), null, true),
          // 24.9.0 on: the total difficulty is what sets the flag, sooner or later. Source:
          // BesuCommand.
          new Rule(true, ANY, GenesisConsensus.TERMINAL_TOTAL_DIFFICULTY, true),
          // 24.9.0 on: QBFT, IBFT 2.0, Clique and proof of work have no merge coordinator. Source:
          // BesuController.
          new Rule(true, ANY, GenesisConsensus.OTHER_MECHANISM, false),
          // 26.7.0 on: proof of stake, which the flag does not cover; earlier releases do not start
          // with such a genesis file. Source: BesuController.
          new Rule(true, ANY, GenesisConsensus.NOTHING, true),
          // 24.9.0 to 26.8.0: named networks without the merge, such as Ethereum Classic.
          new Rule(true, Set.of(MergeFlag.NOT_SET), GenesisConsensus.NO_GENESIS_FILE, false),
          // Announced in Besu's pull request 11282: the flag may be set too late, and the named
          // networks that are left are merge networks.
          new Rule(true, Set.of(MergeFlag.UNKNOWN), GenesisConsensus.NO_GENESIS_FILE, true));

  private static final String RPC_METHODS = "org.hyperledger.besu.ethereum.api.jsonrpc.RpcMethod";

  /** The classes with the merge flag, from 24.10.0 on and up to 24.9.1. */
  private static final List<String> MERGE_FLAGS =
      List.of(
          "org.hyperledger.besu.config.MergeConfiguration",
          "org.hyperledger.besu.config.MergeConfigOptions");

  private final ClassLoader besuClassLoader;
  private final ClientVersionOptions options;
  private final String method;

  /** Creates a detector for a method of this name. */
  public BuiltInMethodDetector(
      final ClassLoader besuClassLoader, final ClientVersionOptions options, final String method) {
    this.besuClassLoader = besuClassLoader;
    this.options = options;
    this.method = method;
  }

  /**
   * Returns whether Besu implements the method.
   *
   * @param flagIsFinal whether Besu has set its merge flag: true from {@code
   *     beforeExternalServices()} onwards; otherwise a flag that is not set says nothing
   * @throws ReflectiveOperationException if this release has moved its list of RPC methods
   * @throws java.io.UncheckedIOException if the genesis file matters and cannot be read
   */
  public boolean isBuiltIn(final boolean flagIsFinal) throws ReflectiveOperationException {
    final MergeFlag flag = mergeFlag();
    return isBuiltIn(
        isInRpcMethods(), flag == MergeFlag.NOT_SET && !flagIsFinal ? MergeFlag.UNKNOWN : flag);
  }

  private boolean isBuiltIn(final boolean inRpcMethods, final MergeFlag flag) {
    GenesisConsensus declared = null;
    for (final Rule rule : RULES) {
      if (rule.inRpcMethods == inRpcMethods && rule.flags.contains(flag)) {
        if (rule.genesis != null && declared == null) {
          declared = genesisConsensus();
        }
        if (rule.genesis == declared || rule.genesis == null) {
          return rule.builtIn;
        }
      }
    }
    return true;
  }

  private boolean isInRpcMethods() throws ReflectiveOperationException {
    return (boolean)
        besuClass(RPC_METHODS).getMethod("rpcMethodExists", String.class).invoke(null, method);
  }

  private MergeFlag mergeFlag() throws ReflectiveOperationException {
    for (final String holder : MERGE_FLAGS) {
      try {
        final Object flag = besuClass(holder).getMethod("isMergeEnabled").invoke(null);
        return (boolean) flag ? MergeFlag.SET : MergeFlag.NOT_SET;
      } catch (final ClassNotFoundException | NoSuchMethodException notInThisRelease) {
        // Another release keeps the flag there.
      }
    }
    return MergeFlag.UNKNOWN;
  }

  private Class<?> besuClass(final String name) throws ClassNotFoundException {
    return Class.forName(name, true, besuClassLoader);
  }

  private GenesisConsensus genesisConsensus() {
    return options
        .genesisFile()
        .map(file -> GenesisConsensus.read(Path.of(file)))
        .orElse(GenesisConsensus.NO_GENESIS_FILE);
  }
}
