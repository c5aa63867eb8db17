// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.client.lodestar;

import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.process.InstalledProgram;
import io.besuplugins.clientversion.devnet.process.ServerProcess;
import io.besuplugins.clientversion.devnet.rpc.JsonRpcClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/** The Node.js process that runs engine clients with Lodestar's defaults. */
public final class LodestarProcess implements AutoCloseable {

  private static final Path SOURCES =
      Path.of(System.getProperty("project.root"), "integration-tests/src/test/lodestar")
          .toAbsolutePath()
          .normalize();
  private static final Path DIRECTORY = Path.of(System.getProperty("devnet.build"), "lodestar");
  private static final String LOCK_FILE = "package-lock.json";

  /** The hash of the merge network's first block, as every Besu computes it. */
  private static final String GENESIS =
      "0x9f050472967f75645a50a4a767589e0af2878effe70426f462083eaf2fc7a8e8";

  private final ServerProcess process;
  private final JsonRpcClient rpc;

  private LodestarProcess(final ServerProcess process, final JsonRpcClient rpc) {
    this.process = process;
    this.rpc = rpc;
  }

  /**
   * Installs Lodestar's code if necessary, starts the process and waits until it is ready.
   *
   * @throws IllegalStateException if npm or the process fails; the message holds what was printed
   */
  public static LodestarProcess start() throws IOException {
    install();
    final int port = ServerProcess.freePort();
    final Path log = DIRECTORY.resolve("engine-clients.log");
    final LodestarProcess lodestar =
        new LodestarProcess(
            new ServerProcess(
                InstalledProgram.NODE
                    .command(
                        SOURCES.resolve("engine-clients.mjs").toString(),
                        DIRECTORY.toAbsolutePath().toString(),
                        String.valueOf(port))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()),
            JsonRpcClient.withoutToken(URI.create("http://127.0.0.1:" + port)));
    if (!lodestar.process.awaitReady(Duration.ofSeconds(30), lodestar::isReady)) {
      throw new IllegalStateException("Lodestar's code exited:\n" + Files.readString(log));
    }
    return lodestar;
  }

  /** Fetches the packages of the lock file, whose hashes npm verifies. */
  private static void install() throws IOException {
    final Path installed = DIRECTORY.resolve("installed-" + LOCK_FILE);
    if (Files.exists(installed) && Files.mismatch(installed, SOURCES.resolve(LOCK_FILE)) == -1) {
      return;
    }
    Files.createDirectories(DIRECTORY.resolve("without-kzg"));
    for (final String file :
        List.of("package.json", LOCK_FILE, "without-kzg/package.json", "without-kzg/index.mjs")) {
      copy(file, DIRECTORY.resolve(file));
    }
    InstalledProgram.NPM.run(
        DIRECTORY, "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund");
    copy(LOCK_FILE, installed);
  }

  private static void copy(final String source, final Path target) throws IOException {
    Files.copy(SOURCES.resolve(source), target, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Creates an engine client that drives a node on the merge network, whether or not it is up.
   *
   * @param isPrivate whether Lodestar hides its version, as with {@code --private}
   */
  public LodestarEngineClient drive(final Node node, final boolean isPrivate) {
    final String params =
        "[\"%s\",\"%s\",%s,\"%s\"]"
            .formatted(node.engineUrl(), node.secret().hex(), isPrivate, GENESIS);
    return new LodestarEngineClient(rpc, rpc.call("connect", params).result().asInt());
  }

  private boolean isReady() {
    try {
      return rpc.call("isReady", "[]").result().asBoolean();
    } catch (final UncheckedIOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
