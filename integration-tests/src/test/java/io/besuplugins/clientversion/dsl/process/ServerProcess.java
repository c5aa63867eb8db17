// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A server that runs as a child process. It is killed at the end of this JVM at the latest. */
public record ServerProcess(Process process) implements AutoCloseable {

  private static final Duration MAX_START_TIME = Duration.ofMinutes(3);
  private static final Duration MAX_STOP_TIME = Duration.ofMinutes(1);

  public ServerProcess {
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /**
   * Starts a server and waits until it is ready.
   *
   * @param log the file to which its output is appended
   * @param isReady whether it is ready; an {@link UncheckedIOException} means that it is not
   * @throws ProcessFailedException if it exits
   */
  public static ServerProcess start(
      final ProcessBuilder command, final Path log, final Callable<Boolean> isReady)
      throws IOException {
    final ServerProcess server =
        new ServerProcess(
            command
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start());
    try {
      await("server is ready")
          .atMost(MAX_START_TIME)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(20))
          .ignoreException(UncheckedIOException.class)
          .until(() -> !server.process.isAlive() || isReady.call());
      if (!server.process.isAlive()) {
        throw new ProcessFailedException(server.process.exitValue(), Files.readAllLines(log));
      }
      return server;
    } catch (final RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Returns a port of 127.0.0.1 that was free, for servers that cannot choose one. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Stops the process and waits until it has exited. */
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(MAX_STOP_TIME.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (final InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the process exit without waiting for it, which takes a third of a second for a node. */
  @Override
  public void close() {
    process.destroy();
  }
}
