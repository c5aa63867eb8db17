package io.besuplugins.clientversion.devnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A server on this machine that runs as a process of its own; closing ends it, whatever happens.
 *
 * @param process started by this one
 */
public record ServerProcess(Process process) implements AutoCloseable {

  private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

  /** A node needs several ports before it listens on any, and the system may offer one twice. */
  private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

  /** Ends with this program too, however that ends. */
  public ServerProcess {
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** A port of 127.0.0.1 that nobody listens on now, and that was not handed out before. */
  public static int freePort() {
    int port;
    do {
      port = portNobodyListensOn();
    } while (!HANDED_OUT.add(port));
    return port;
  }

  private static int portNobodyListensOn() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (final IOException none) {
      throw new UncheckedIOException(none);
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
