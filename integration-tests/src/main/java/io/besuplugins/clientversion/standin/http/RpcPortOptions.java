package io.besuplugins.clientversion.standin.http;

import java.nio.file.Path;

/**
 * Where a JSON-RPC port is and whom it serves.
 *
 * @param besuClass the simple name of the class in Besu whose logger speaks for the port
 * @param host the host to listen on
 * @param port the port to listen on
 * @param allowlist the hosts let in
 * @param bodyLimit the largest body, in bytes
 * @param compresses whether answers are compressed for those who ask
 * @param dataPath where the node keeps its files
 */
public record RpcPortOptions(
    String besuClass,
    String host,
    int port,
    HostAllowlist allowlist,
    long bodyLimit,
    boolean compresses,
    Path dataPath) {}
