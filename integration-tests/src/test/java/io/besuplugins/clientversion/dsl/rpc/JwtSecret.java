// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.rpc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;

/**
 * The secret that an execution client and its consensus client share.
 *
 * @param hex 32 bytes, as in the file that Besu's {@code --engine-jwt-secret} names
 */
public record JwtSecret(String hex) {

  private static final SecureRandom RANDOM = new SecureRandom();

  public static JwtSecret random() {
    final byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new JwtSecret(HexFormat.of().formatHex(bytes));
  }

  /** Signs a token with HS256 and the claim {@code iat}, as consensus clients do for each call. */
  public String tokenIssuedAt(final Instant time) {
    final SignedJWT token =
        new SignedJWT(
            new JWSHeader(JWSAlgorithm.HS256),
            new JWTClaimsSet.Builder().issueTime(Date.from(time)).build());
    try {
      token.sign(new MACSigner(HexFormat.of().parseHex(hex)));
    } catch (final JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    return token.serialize();
  }
}
