// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.ethereum.api.jsonrpc;

/** Besu's list of RPC methods, which the plugin reads by name. */
public final class RpcMethod {

  private RpcMethod() {}

  /** Returns whether this release implements the method. */
  public static boolean rpcMethodExists(final String method) {
    return method.startsWith("engine_");
  }
}
