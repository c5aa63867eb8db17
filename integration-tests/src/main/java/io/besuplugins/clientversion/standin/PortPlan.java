package io.besuplugins.clientversion.standin;

import io.besuplugins.clientversion.standin.cli.EngineOptions;
import io.besuplugins.clientversion.standin.cli.HttpOptions;
import io.besuplugins.clientversion.standin.cli.MetricsOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Which ports are to be opened; the engine port on merge networks without being asked. */
record PortPlan(HttpOptions http, EngineOptions engine, MetricsOptions metrics, boolean isMerge) {

  private static final Logger LOG = LoggerFactory.getLogger("org.hyperledger.besu.Besu");

  boolean opensEngine() {
    return engine.isEnabled() || isMerge;
  }

  void warnOfMissingSecret() {
    if (opensEngine() && !engine.isWithoutTokens() && engine.secret().isEmpty()) {
      LOG.warn(
          "Engine API authentication enabled without key file. Expect ephemeral jwt.hex file in datadir");
    }
  }

  void checkAvailable(final CommandLine commandLine) {
    final Set<Integer> seen = new HashSet<>();
    for (final int port : numbers()) {
      if (!seen.add(port)) {
        throw new ParameterException(
            commandLine,
            "Port number '%d' has been specified multiple times. Please review the supplied configuration."
                .formatted(port));
      }
    }
    final List<Integer> taken = numbers().stream().filter(PortPlan::isTaken).toList();
    if (!taken.isEmpty()) {
      throw new IllegalStateException(
          "Port(s) '%s' already in use. Check for other processes using the port(s)."
              .formatted(taken));
    }
  }

  private List<Integer> numbers() {
    return Stream.of(
            http.isEnabled() ? Stream.of(http.port()) : Stream.<Integer>empty(),
            opensEngine() ? Stream.of(engine.port()) : Stream.<Integer>empty(),
            metrics.isEnabled() ? Stream.of(metrics.port()) : Stream.<Integer>empty())
        .flatMap(port -> port)
        .filter(port -> port > 0)
        .toList();
  }

  private static boolean isTaken(final int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
      return false;
    } catch (final IOException e) {
      return true;
    }
  }
}
