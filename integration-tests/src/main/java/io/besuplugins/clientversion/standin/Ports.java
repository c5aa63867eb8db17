package io.besuplugins.clientversion.standin;

import io.besuplugins.clientversion.standin.http.RpcPort;
import io.besuplugins.clientversion.standin.metrics.MetricsPort;
import io.besuplugins.clientversion.standin.metrics.SilentMetrics;
import io.besuplugins.clientversion.standin.shape.Metrics;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.hyperledger.besu.plugin.services.MetricsSystem;

/** The node's ports, opened and closed together. */
final class Ports {

  private final Optional<RpcPort> http;
  private final Optional<RpcPort> engine;
  private final Optional<MetricsPort> metricsPort;
  private final Optional<Metrics> metrics;
  private final List<Vertx> threads;

  Ports(
      final Optional<RpcPort> http,
      final Optional<RpcPort> engine,
      final Optional<MetricsPort> metricsPort,
      final List<Vertx> threads) {
    this.http = http;
    this.engine = engine;
    this.metricsPort = metricsPort;
    this.metrics = metricsPort.map(port -> new Metrics(port.enabledCategories()));
    this.threads = threads;
  }

  MetricsSystem metrics() {
    return metrics.<MetricsSystem>map(active -> active).orElseGet(SilentMetrics::new);
  }

  void open() throws ExecutionException, InterruptedException {
    if (metrics.isPresent() && metricsPort.isPresent()) {
      await(metrics.get().open(metricsPort.get()));
    }
    if (http.isPresent()) {
      await(http.get().open());
    }
    if (engine.isPresent()) {
      await(engine.get().open());
    }
  }

  void close() throws ExecutionException, InterruptedException {
    if (http.isPresent()) {
      await(http.get().close());
    }
    if (engine.isPresent()) {
      await(engine.get().close());
    }
    metrics.ifPresent(Metrics::close);
    for (final Vertx vertx : threads) {
      await(vertx.close().toCompletionStage());
    }
  }

  private static void await(final CompletionStage<?> stage)
      throws ExecutionException, InterruptedException {
    stage.toCompletableFuture().get();
  }
}
