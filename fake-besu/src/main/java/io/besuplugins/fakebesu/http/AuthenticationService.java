// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.http;

import io.besuplugins.fakebesu.jsonrpc.JsonRpcResponse.Failure;
import io.besuplugins.fakebesu.jsonrpc.RpcErrorType;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;

/**
 * Checks the JWT of each request: HS256, issued at most 60 seconds ago or ahead. A request without
 * token is rejected at once, unless some methods need none; one with an invalid token is rejected
 * when its method has been looked up.
 */
public final class AuthenticationService {

  private static final String BEARER = "Bearer ";
  private static final String IS_AUTHENTICATED = "isAuthenticated";
  private static final long MAX_SECONDS = 60;

  private final JWTAuth jwt;
  private final Collection<String> methodsWithoutToken;

  private AuthenticationService(
      final Vertx vertx, final byte[] key, final Collection<String> methodsWithoutToken) {
    this.jwt =
        JWTAuth.create(
            vertx,
            new JWTAuthOptions()
                .setJWTOptions(new JWTOptions().setIgnoreExpiration(true).setLeeway(5))
                .addPubSecKey(
                    new PubSecKeyOptions().setAlgorithm("HS256").setBuffer(Buffer.buffer(key))));
    this.methodsWithoutToken = methodsWithoutToken;
  }

  /** Accepts tokens that are signed with the secret in a file. */
  public static AuthenticationService withSecret(
      final Vertx vertx, final Path secret, final Collection<String> methodsWithoutToken)
      throws IOException {
    final String hex = Files.readString(secret).strip();
    return new AuthenticationService(
        vertx,
        HexFormat.of().parseHex(hex.startsWith("0x") ? hex.substring(2) : hex),
        methodsWithoutToken);
  }

  /** Accepts no token, in place of the users and keys that Besu knows. */
  public static AuthenticationService withoutUsers(
      final Vertx vertx, final Collection<String> methodsWithoutToken) {
    return new AuthenticationService(vertx, SecureRandom.getSeed(32), methodsWithoutToken);
  }

  boolean isPermitted(final RoutingContext context, final String method) {
    return methodsWithoutToken.contains(method) || context.<Boolean>get(IS_AUTHENTICATED);
  }

  void handle(final RoutingContext context) {
    final String header = context.request().getHeader("Authorization");
    final boolean hasToken = header != null && header.startsWith(BEARER);
    if (!hasToken && methodsWithoutToken.isEmpty()) {
      context
          .response()
          .setStatusCode(401)
          .end(Json.encode(new Failure(null, RpcErrorType.UNAUTHORIZED)));
      return;
    }
    jwt.authenticate(new TokenCredentials(hasToken ? header.substring(BEARER.length()) : ""))
        .map(AuthenticationService::isFresh)
        .otherwise(false)
        .onSuccess(
            isAuthenticated -> {
              context.put(IS_AUTHENTICATED, isAuthenticated);
              context.next();
            });
  }

  private static boolean isFresh(final User user) {
    return user.attributes().getValue("iat") instanceof Number issuedAt
        && Math.abs(Instant.now().getEpochSecond() - issuedAt.longValue()) <= MAX_SECONDS;
  }
}
