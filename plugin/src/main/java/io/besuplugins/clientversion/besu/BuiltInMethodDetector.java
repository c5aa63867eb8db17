// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import static io.besuplugins.clientversion.besu.BuiltInMethodRule.MERGE_FLAG_SET;
import static io.besuplugins.clientversion.besu.BuiltInMethodRule.METHOD_UNKNOWN;
import static io.besuplugins.clientversion.besu.BuiltInMethodRule.NAMED_NETWORK;
import static io.besuplugins.clientversion.besu.BuiltInMethodRule.NAMED_NETWORK_WITHOUT_MERGE;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Detects whether Besu itself implements a method on this network, in which case it would not start
 * if a plugin registered the method. Reads Besu's classes by name, because the plugin API does not
 * tell.
 */
public final class BuiltInMethodDetector {

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
    return applicableRule(flagIsFinal).isBuiltIn();
  }

  private BuiltInMethodRule applicableRule(final boolean flagIsFinal)
      throws ReflectiveOperationException {
    if (!isInRpcMethods()) {
      return METHOD_UNKNOWN;
    }
    final Optional<Boolean> mergeFlag = mergeFlag();
    if (mergeFlag.orElse(false)) {
      return MERGE_FLAG_SET;
    }
    final Optional<String> genesisFile = options.genesisFile();
    if (genesisFile.isPresent()) {
      return GenesisFile.read(Path.of(genesisFile.get()));
    }
    return flagIsFinal && mergeFlag.isPresent() ? NAMED_NETWORK_WITHOUT_MERGE : NAMED_NETWORK;
  }

  private boolean isInRpcMethods() throws ReflectiveOperationException {
    return (boolean)
        besuClass(RPC_METHODS).getMethod("rpcMethodExists", String.class).invoke(null, method);
  }

  /** Returns the merge flag, or empty if it is not where any known release keeps it. */
  private Optional<Boolean> mergeFlag() throws ReflectiveOperationException {
    for (final String holder : MERGE_FLAGS) {
      try {
        return Optional.of((Boolean) besuClass(holder).getMethod("isMergeEnabled").invoke(null));
      } catch (final ClassNotFoundException | NoSuchMethodException notInThisRelease) {
        // Another release keeps the flag there.
      }
    }
    return Optional.empty();
  }

  private Class<?> besuClass(final String name) throws ClassNotFoundException {
    return Class.forName(name, true, besuClassLoader);
  }
}
