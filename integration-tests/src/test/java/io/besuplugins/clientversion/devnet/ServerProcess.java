package io.besuplugins.clientversion.devnet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on this machine that runs as a process of its own; closing ends it, whatever happens.
 *
 * @param process started by this one
 */
public record ServerProcess(Process process) implements AutoCloseable {

  private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

  /** Below those that systems give to outgoing connections, which come and go at any time. */
  private static final int LOWEST_PORT = 20_000;

  private static final int PORTS = 12_000;

  /** From a place of its own, for other programs may do the same. */
  private static final AtomicInteger NEXT = new AtomicInteger(new Random().nextInt(PORTS));

  /** Ends with this program too, however that ends. */
  public ServerProcess {
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** A port of 127.0.0.1 that nobody listens on now, and that was not handed out lately. */
  public static int freePort() {
    for (int tries = 0; tries < PORTS; tries++) {
      final int port = LOWEST_PORT + Math.floorMod(NEXT.getAndIncrement(), PORTS);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("No port of " + LOWEST_PORT + " and on is free");
  }

  private static boolean isFree(final int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (final IOException taken) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (final InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
