package io.besuplugins.clientversion.devnet;

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

/** Talks JSON-RPC to one port of a node. */
public final class JsonRpc {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI port;
  private final Supplier<Optional<String>> token;

  private JsonRpc(final URI port, final Supplier<Optional<String>> token) {
    this.port = port;
    this.token = token;
  }

  /** Sends no token. */
  public static JsonRpc without(final URI port) {
    return new JsonRpc(port, Optional::empty);
  }

  /** Sends a token with each call, asked for anew each time. */
  public static JsonRpc with(final URI port, final Supplier<String> token) {
    return new JsonRpc(port, () -> Optional.of(token.get()));
  }

  /** Calls a method with id 1 and the params given as JSON. */
  public Reply call(final String method, final String params) {
    return post(request(method, params));
  }

  /**
   * Calls a method once with each of these params, over several connections at once.
   *
   * @return the replies, in the order of the params
   */
  public List<Reply> calls(final String method, final List<String> params, final int connections) {
    final ExecutorService callers = Executors.newFixedThreadPool(connections);
    try {
      return params.stream()
          .map(each -> CompletableFuture.supplyAsync(() -> call(method, each), callers))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } finally {
      callers.shutdownNow();
    }
  }

  /** The request that {@link #call} sends. */
  public static String request(final String method, final String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
        .formatted(method, params);
  }

  /** Posts a body as it is. */
  public Reply post(final String body) {
    return send(request().POST(BodyPublishers.ofString(body)));
  }

  /** Asks with GET. */
  public Reply get() {
    return send(request().GET());
  }

  private HttpRequest.Builder request() {
    final HttpRequest.Builder request =
        HttpRequest.newBuilder(port).timeout(PATIENCE).header("Content-Type", "application/json");
    token.get().ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
    return request;
  }

  private static Reply send(final HttpRequest.Builder request) {
    try {
      final var response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body());
    } catch (final IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (final InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
