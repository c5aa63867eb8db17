// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.client.lodestar;

import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.process.InstalledProgram;
import io.besuplugins.clientversion.dsl.process.ServerProcess;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** The Node.js process that runs engine clients with Lodestar's defaults. */
public record LodestarProcess(ServerProcess process, JsonRpcClient rpc) implements AutoCloseable {

  /** Maven copies {@code src/test/lodestar} there. */
  private static final Path DIRECTORY = Path.of(System.getProperty("devnet.build"), "lodestar");

  /** The hash of the proof-of-stake network's first block, as Besu computes it. */
  private static final String GENESIS =
      "0x9f050472967f75645a50a4a767589e0af2878effe70426f462083eaf2fc7a8e8";

  /** Installs Lodestar's code if necessary, starts the process and waits until it is ready. */
  public static LodestarProcess start() throws IOException {
    InstalledProgram.installNodePackages(DIRECTORY);
    final int port = ServerProcess.freePort();
    final JsonRpcClient rpc = JsonRpcClient.withoutToken(URI.create("http://127.0.0.1:" + port));
    final ServerProcess process =
        ServerProcess.start(
            InstalledProgram.NODE
                .command("engine-clients.mjs", String.valueOf(port))
                .directory(DIRECTORY.toFile()),
            DIRECTORY.resolve("engine-clients.log"),
            () -> rpc.call("isReady", "[]").result().asBoolean());
    return new LodestarProcess(process, rpc);
  }

  /**
   * Connects an engine client to a node on the proof-of-stake network, whether or not it is up.
   *
   * @param isPrivate whether Lodestar hides its version, as with {@code --private}
   */
  public LodestarEngineClient connect(final Node node, final boolean isPrivate) {
    final String params =
        "[\"%s\",\"%s\",%s,\"%s\"]"
            .formatted(node.engineUrl(), node.secret().hex(), isPrivate, GENESIS);
    return new LodestarEngineClient(rpc, rpc.call("connect", params).result().asInt());
  }

  @Override
  public void close() {
    process.close();
  }
}
