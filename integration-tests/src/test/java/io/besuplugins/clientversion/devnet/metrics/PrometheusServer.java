// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.metrics;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.devnet.process.InstalledProgram;
import io.besuplugins.clientversion.devnet.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A Prometheus server that scrapes and evaluates every second. Closing it stops it. */
public final class PrometheusServer implements AutoCloseable {

  private static final Duration MAX_START_TIME = Duration.ofSeconds(30);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final ServerProcess process;
  private final Path log;
  private final int port;

  private PrometheusServer(final ServerProcess process, final Path log, final int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /**
   * Starts a server and waits until it is ready.
   *
   * @param rules the rule file
   * @param targets the addresses to scrape, as {@code host:port}
   */
  public static PrometheusServer start(final Path rules, final List<String> targets) {
    final PrometheusServer prometheus = launch(rules, targets);
    try {
      if (!prometheus.process.awaitReady(MAX_START_TIME, prometheus::isReady)) {
        throw new IllegalStateException(
            "Prometheus exited:\n" + Files.readString(prometheus.log, StandardCharsets.UTF_8));
      }
      return prometheus;
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (final RuntimeException failed) {
      prometheus.close();
      throw failed;
    }
  }

  private static PrometheusServer launch(final Path rules, final List<String> targets) {
    try {
      final Path home =
          Files.createTempDirectory(
              Files.createDirectories(Path.of(System.getProperty("devnet.build"), "prometheus")),
              "server-");
      final Path configuration =
          Files.writeString(home.resolve("prometheus.yml"), configuration(rules, targets));
      final Path log = home.resolve("prometheus.log");
      final int port = ServerProcess.freePort();
      final Process process =
          InstalledProgram.PROMETHEUS
              .command(
                  List.of(
                      "--config.file=" + configuration,
                      "--storage.tsdb.path=" + home.resolve("data"),
                      "--web.listen-address=127.0.0.1:" + port))
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new PrometheusServer(new ServerProcess(process), log, port);
    } catch (final IOException cannotStart) {
      throw new UncheckedIOException(cannotStart);
    }
  }

  private static String configuration(final Path rules, final List<String> targets) {
    return """
    global:
      scrape_interval: 1s
      evaluation_interval: 1s
    rule_files:
      - '%s'
    scrape_configs:
      - job_name: besu
        static_configs:
          - targets: [%s]
    """
        .formatted(rules, targets.stream().collect(joining("', '", "'", "'")));
  }

  private boolean isReady() {
    try {
      return get("/-/ready").statusCode() == 200;
    } catch (final UncheckedIOException notYet) {
      return false;
    }
  }

  /**
   * Evaluates an expression.
   *
   * @return the elements of the resulting vector, with {@code metric} and {@code value}
   */
  public List<JsonNode> query(final String expression) {
    return elements(
        read("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
            .get("result"));
  }

  /** The server's URL. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The descriptions of the active alerts. */
  public List<String> alerts() {
    return elements(read("/api/v1/alerts").get("alerts")).stream()
        .map(alert -> alert.at("/annotations/description").asText())
        .toList();
  }

  /** The loaded rules with their health. */
  public List<JsonNode> rules() {
    return elements(read("/api/v1/rules").get("groups")).stream()
        .flatMap(group -> elements(group.get("rules")).stream())
        .toList();
  }

  private JsonNode read(final String path) {
    final HttpResponse<String> response = get(path);
    try {
      final JsonNode body = JSON.readTree(response.body());
      if (!body.path("status").asText().equals("success")) {
        throw new IllegalStateException(path + ": " + response.body());
      }
      return body.get("data");
    } catch (final IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  private HttpResponse<String> get(final String path) {
    final URI url = url().resolve(path);
    try {
      return http.send(
          HttpRequest.newBuilder(url).timeout(TIMEOUT).build(), BodyHandlers.ofString());
    } catch (final IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (final InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static List<JsonNode> elements(final JsonNode array) {
    return JSON.convertValue(
        array, JSON.getTypeFactory().constructCollectionType(List.class, JsonNode.class));
  }

  @Override
  public void close() {
    process.close();
  }
}
