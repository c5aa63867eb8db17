// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.client.lodestar;

import com.fasterxml.jackson.databind.JsonNode;
import io.besuplugins.clientversion.devnet.process.InstalledProgram;
import io.besuplugins.clientversion.devnet.process.ServerProcess;
import io.besuplugins.clientversion.devnet.rpc.JsonRpcClient;
import io.besuplugins.clientversion.devnet.rpc.JwtSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The Node.js process that runs engine clients with Lodestar's defaults. */
public final class LodestarProcess implements AutoCloseable {

  private static final Duration MAX_START_TIME = Duration.ofSeconds(30);

  private final ServerProcess process;
  private final JsonRpcClient rpc;

  private LodestarProcess(final ServerProcess process, final JsonRpcClient rpc) {
    this.process = process;
    this.rpc = rpc;
  }

  /**
   * Installs Lodestar's code if necessary, starts the process and waits until it is ready.
   *
   * @throws IllegalStateException if the code cannot be fetched, has the wrong hash or does not
   *     start; the message holds what was printed
   */
  public static LodestarProcess start() throws IOException, InterruptedException {
    final Path directory = LodestarInstallation.installed();
    final int port = ServerProcess.freePort();
    final Path log = directory.resolve("engine-clients.log");
    final LodestarProcess lodestar =
        new LodestarProcess(
            new ServerProcess(
                InstalledProgram.NODE
                    .command(
                        List.of(
                            LodestarInstallation.PROGRAM.toString(),
                            directory.toString(),
                            String.valueOf(port)))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()),
            JsonRpcClient.withoutToken(URI.create("http://127.0.0.1:" + port)));
    if (!lodestar.process.awaitReady(MAX_START_TIME, lodestar::isReady)) {
      throw new IllegalStateException("Lodestar's code exited:\n" + Files.readString(log));
    }
    return lodestar;
  }

  /**
   * Creates an engine client that drives the node at a URL, whether or not the node is up.
   *
   * @param head the hash of the block that it sends as the head of the chain
   */
  public LodestarEngineClient drive(
      final URI engineUrl,
      final JwtSecret secret,
      final LodestarOptions options,
      final String head) {
    final String params = "[%s,\"%s\"]".formatted(options.forNode(engineUrl, secret), head);
    return new LodestarEngineClient(this, call("connect", params).asInt());
  }

  JsonNode call(final String method, final String params) {
    return rpc.call(method, params).result();
  }

  private boolean isReady() {
    try {
      return call("isReady", "[]").asBoolean();
    } catch (final UncheckedIOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
