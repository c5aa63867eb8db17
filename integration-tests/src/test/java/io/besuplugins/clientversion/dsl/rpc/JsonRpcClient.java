// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.rpc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** A JSON-RPC client for one port of a node. */
public final class JsonRpcClient {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final URI url;
  private final Supplier<Optional<String>> token;

  private JsonRpcClient(final URI url, final Supplier<Optional<String>> token) {
    this.url = url;
    this.token = token;
  }

  /** Creates a client that sends no token. */
  public static JsonRpcClient withoutToken(final URI url) {
    return new JsonRpcClient(url, Optional::empty);
  }

  /** Creates a client that gets a new token for each request. */
  public static JsonRpcClient withToken(final URI url, final Supplier<String> token) {
    return new JsonRpcClient(url, () -> Optional.of(token.get()));
  }

  /** Returns the body of a request with id 1; the params are JSON. */
  public static String request(final String method, final String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
        .formatted(method, params);
  }

  /** Calls a method with params in JSON. */
  public JsonRpcResponse call(final String method, final String params) {
    return post(request(method, params));
  }

  /**
   * Calls a method once with each of the params, over several connections at a time.
   *
   * @return the responses, in the order of the params
   */
  public List<JsonRpcResponse> callConcurrently(
      final String method, final List<String> params, final int connections) {
    final ExecutorService executor = Executors.newFixedThreadPool(connections);
    try {
      return params.stream()
          .map(each -> CompletableFuture.supplyAsync(() -> call(method, each), executor))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } finally {
      executor.shutdownNow();
    }
  }

  public JsonRpcResponse post(final String body) {
    return send(request().POST(BodyPublishers.ofString(body)));
  }

  public JsonRpcResponse get() {
    return send(request().GET());
  }

  private HttpRequest.Builder request() {
    final HttpRequest.Builder request =
        HttpRequest.newBuilder(url).timeout(TIMEOUT).header("Content-Type", "application/json");
    token.get().ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
    return request;
  }

  private static JsonRpcResponse send(final HttpRequest.Builder request) {
    try {
      final var response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new JsonRpcResponse(response.statusCode(), response.body());
    } catch (final IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (final InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
