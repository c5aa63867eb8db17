// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.metrics;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.besuplugins.clientversion.dsl.process.InstalledProgram;
import io.besuplugins.clientversion.dsl.process.ServerProcess;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcClient;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A Prometheus server that scrapes and evaluates every second. Closing it stops it. */
public final class PrometheusServer implements AutoCloseable {

  private final ServerProcess process;
  private final URI url;

  private PrometheusServer(final ServerProcess process, final URI url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts a server and waits until it is ready.
   *
   * @param rules the rule file
   * @param targets the addresses to scrape, as {@code host:port}
   */
  public static PrometheusServer start(final Path rules, final List<String> targets)
      throws IOException {
    final Path build = Path.of(System.getProperty("devnet.build"), "prometheus");
    final Path directory = Files.createTempDirectory(Files.createDirectories(build), "server-");
    final Path configuration =
        Files.writeString(directory.resolve("prometheus.yml"), configuration(rules, targets));
    final URI url = URI.create("http://127.0.0.1:" + ServerProcess.freePort());
    final ProcessBuilder command =
        InstalledProgram.PROMETHEUS.command(
            "--config.file=" + configuration,
            "--storage.tsdb.path=" + directory.resolve("data"),
            "--web.listen-address=" + url.getAuthority());
    return new PrometheusServer(
        ServerProcess.start(
            command,
            directory.resolve("prometheus.log"),
            () -> get(url.resolve("/-/ready")).status() == 200),
        url);
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

  public URI url() {
    return url;
  }

  /**
   * Evaluates an expression.
   *
   * @return the elements of the resulting vector, with {@code metric} and {@code value}
   */
  public List<JsonNode> query(final String expression) {
    final String encoded = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    return elements(api("query?query=" + encoded).get("result")).toList();
  }

  /** The loaded rules with their health. */
  public List<JsonNode> rules() {
    return elements(api("rules").get("groups"))
        .flatMap(group -> elements(group.get("rules")))
        .toList();
  }

  private JsonNode api(final String path) {
    final JsonNode response = get(url.resolve("/api/v1/" + path)).json();
    if (!response.path("status").asText().equals("success")) {
      throw new IllegalStateException(path + ": " + response);
    }
    return response.get("data");
  }

  private static JsonRpcResponse get(final URI url) {
    return JsonRpcClient.withoutToken(url).get();
  }

  private static Stream<JsonNode> elements(final JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  @Override
  public void close() {
    process.close();
  }
}
