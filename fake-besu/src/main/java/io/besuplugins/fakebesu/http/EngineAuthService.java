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
import java.time.Instant;
import java.util.HexFormat;

/**
 * Checks the JWT of each request to the engine port: HS256, issued at most 60 seconds ago or ahead.
 * A request without token is rejected at once; one with an invalid token is rejected when its
 * method has been looked up.
 */
final class EngineAuthService {

  private static final String BEARER = "Bearer ";
  private static final String IS_AUTHENTICATED = "isAuthenticated";
  private static final long MAX_SECONDS = 60;

  private final JWTAuth jwt;

  EngineAuthService(final Vertx vertx, final Path secret) throws IOException {
    final String hex = Files.readString(secret).strip();
    final byte[] key = HexFormat.of().parseHex(hex.startsWith("0x") ? hex.substring(2) : hex);
    this.jwt =
        JWTAuth.create(
            vertx,
            new JWTAuthOptions()
                .setJWTOptions(new JWTOptions().setIgnoreExpiration(true).setLeeway(5))
                .addPubSecKey(
                    new PubSecKeyOptions().setAlgorithm("HS256").setBuffer(Buffer.buffer(key))));
  }

  static boolean isAuthenticated(final RoutingContext context) {
    return context.get(IS_AUTHENTICATED);
  }

  void handle(final RoutingContext context) {
    final String header = context.request().getHeader("Authorization");
    if (header == null || !header.startsWith(BEARER)) {
      context
          .response()
          .setStatusCode(401)
          .end(Json.encode(new Failure(null, RpcErrorType.UNAUTHORIZED)));
      return;
    }
    jwt.authenticate(new TokenCredentials(header.substring(BEARER.length())))
        .map(EngineAuthService::isFresh)
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
