package io.besuplugins.clientversion.standin.http;

import io.besuplugins.clientversion.standin.rpc.JsonRpcAnswer;
import io.besuplugins.clientversion.standin.rpc.StandardError;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the tokens of the engine port: HS256, issued at most 60 seconds from now, whenever they
 * expire. A request without a token is turned away at once; one with a bad token goes on, for an
 * unknown method is answered first.
 */
public final class EngineTokens {

  private static final Logger LOG =
      LoggerFactory.getLogger(
          "org.hyperledger.besu.ethereum.api.jsonrpc.authentication.EngineAuthService");
  private static final String BEARER = "Bearer ";
  private static final String ADMITTED = "admitted";
  private static final long SECONDS = 60;

  private final JWTAuth tokens;

  /**
   * Tokens signed with a secret.
   *
   * @param vertx runs the checks
   * @param secret the shared secret
   */
  public EngineTokens(final Vertx vertx, final byte[] secret) {
    this.tokens =
        JWTAuth.create(
            vertx,
            new JWTAuthOptions()
                .setJWTOptions(new JWTOptions().setIgnoreExpiration(true).setLeeway(5))
                .addPubSecKey(
                    new PubSecKeyOptions().setAlgorithm("HS256").setBuffer(Buffer.buffer(secret))));
  }

  /**
   * Looks at the token of each request.
   *
   * @return a step of the engine port's routes
   */
  public Handler<RoutingContext> gate() {
    return context -> {
      final String header = context.request().getHeader("Authorization");
      if (header == null || !header.startsWith(BEARER)) {
        context
            .response()
            .setStatusCode(401)
            .end(Json.encode(new JsonRpcAnswer.Failure(null, StandardError.UNAUTHORIZED)));
        return;
      }
      check(header.substring(BEARER.length()))
          .onFailure(failure -> LOG.debug("Authentication failed: {}", failure.toString()))
          .onSuccess(user -> context.put(ADMITTED, isFresh(user)))
          .onComplete(checked -> context.next());
    };
  }

  private Future<User> check(final String token) {
    try {
      return tokens.authenticate(new TokenCredentials(token));
    } catch (final RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  static boolean isAdmitted(final RoutingContext context) {
    return context.<Boolean>get(ADMITTED, false);
  }

  private static boolean isFresh(final User user) {
    if (!(user.attributes().getValue("iat") instanceof Number issuedAt)) {
      return false;
    }
    final boolean fresh =
        Math.abs(Instant.now().getEpochSecond() - issuedAt.longValue()) <= SECONDS;
    if (!fresh) {
      LOG.warn("Client sent stale token: {}", user.attributes());
    }
    return fresh;
  }
}
