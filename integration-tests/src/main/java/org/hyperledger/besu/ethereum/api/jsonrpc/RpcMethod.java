package org.hyperledger.besu.ethereum.api.jsonrpc;

import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.rpc.MethodNames;

/** Where a plugin finds out which methods the node has built in; an enum of names in Besu. */
public final class RpcMethod {

  private static final MethodNames NAMES = MethodNames.of(Release.running());

  private RpcMethod() {}

  /**
   * Whether the running release knows a method, switched on or not.
   *
   * @param rpcMethodName the method's full name
   * @return true for {@code engine_getClientVersionV1} exactly from 24.9.0 on
   */
  public static boolean rpcMethodExists(final String rpcMethodName) {
    return NAMES.contains(rpcMethodName);
  }
}
