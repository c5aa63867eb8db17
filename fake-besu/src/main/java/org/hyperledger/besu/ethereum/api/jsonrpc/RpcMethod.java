// SPDX-License-Identifier: Apache-2.0
package org.hyperledger.besu.ethereum.api.jsonrpc;

import io.besuplugins.fakebesu.jsonrpc.BuiltInMethods;

/** Besu's table of method names. */
public final class RpcMethod {

  private RpcMethod() {}

  /** Whether the release knows a method, on any network. */
  public static boolean rpcMethodExists(final String rpcMethodName) {
    return BuiltInMethods.exists(rpcMethodName);
  }
}
