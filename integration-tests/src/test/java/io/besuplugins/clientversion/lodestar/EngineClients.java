package io.besuplugins.clientversion.lodestar;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.besuplugins.clientversion.devnet.JsonRpc;
import io.besuplugins.clientversion.devnet.Secret;
import io.besuplugins.clientversion.devnet.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The process in which Lodestar's engine clients run, each for a node of its own, with Lodestar's
 * own defaults; closing ends all of them.
 */
public final class EngineClients implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofSeconds(30);

  private final ServerProcess process;
  private final JsonRpc port;

  private EngineClients(final ServerProcess process, final JsonRpc port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Installs Lodestar's code where it is not there yet, starts the process and waits until it
   * listens.
   *
   * @throws IllegalStateException when the code cannot be fetched, is another than it must be, or
   *     does not start; with what was printed
   */
  public static EngineClients start() throws IOException, InterruptedException {
    final Installation installation = Installation.current();
    final int port = ServerProcess.freePort();
    final Path log = installation.directory().resolve("engine-clients.log");
    final Process process =
        NodeJsProgram.NODE
            .command(
                List.of(
                    Installation.PROGRAM.toString(),
                    installation.directory().toString(),
                    String.valueOf(port)))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    final EngineClients clients =
        new EngineClients(
            new ServerProcess(process), JsonRpc.without(URI.create("http://127.0.0.1:" + port)));
    try {
      await("engine clients can be made")
          .atMost(LONGEST_START)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !process.isAlive() || clients.listen());
      if (!process.isAlive()) {
        throw new IllegalStateException("Lodestar's code ended:\n" + Files.readString(log));
      }
      return clients;
    } catch (final IOException | RuntimeException failed) {
      clients.close();
      throw failed;
    }
  }

  /**
   * Makes an engine client, which from now on drives the node at that port, whether one is there or
   * not.
   *
   * @param head the hash of the block that it takes for the head of the chain
   */
  public EngineClient drive(
      final URI enginePort, final Secret secret, final CommandLine commandLine, final String head) {
    final String params = "[%s,\"%s\"]".formatted(commandLine.optionsFor(enginePort, secret), head);
    return new EngineClient(this, call("connect", params).asInt());
  }

  JsonNode call(final String method, final String params) {
    return port.call(method, params).json().get("result");
  }

  private boolean listen() {
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
