package io.besuplugins.clientversion.devnet;

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
public record Secret(String hex) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one. */
  public static Secret random() {
    final byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new Secret(HexFormat.of().formatHex(bytes));
  }

  /** A token as consensus clients send with each call: HS256, issued at that time. */
  public String token(final Instant issuedAt) {
    final SignedJWT token =
        new SignedJWT(
            new JWSHeader(JWSAlgorithm.HS256),
            new JWTClaimsSet.Builder().issueTime(Date.from(issuedAt)).build());
    try {
      token.sign(new MACSigner(HexFormat.of().parseHex(hex)));
    } catch (final JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    return token.serialize();
  }
}
