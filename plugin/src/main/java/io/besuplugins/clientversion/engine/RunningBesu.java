package io.besuplugins.clientversion.engine;

/**
 * What Besu's plugin API does not tell of the running node, read from Besu's own classes by name.
 */
public final class RunningBesu {

  private final ClassLoader besu;

  /** The Besu whose classes that class loader has. */
  public RunningBesu(final ClassLoader besu) {
    this.besu = besu;
  }

  /**
   * Whether this release has {@code engine_getClientVersionV1} built in; so from 24.9.0 on.
   *
   * @throws ReflectiveOperationException when this release keeps its methods elsewhere
   */
  public boolean hasOwnMethod() throws ReflectiveOperationException {
    return (boolean)
        Class.forName("org.hyperledger.besu.ethereum.api.jsonrpc.RpcMethod", true, besu)
            .getMethod("rpcMethodExists", String.class)
            .invoke(null, GetClientVersion.NAME);
  }
}
