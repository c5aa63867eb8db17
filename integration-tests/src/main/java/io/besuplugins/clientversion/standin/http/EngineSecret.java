package io.besuplugins.clientversion.standin.http;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The secret that consensus client and node share, at least 32 bytes, written in hex. */
public final class EngineSecret {

  private static final Logger LOG =
      LoggerFactory.getLogger(
          "org.hyperledger.besu.ethereum.api.jsonrpc.authentication.EngineAuthService");
  private static final int BYTES = 32;

  private EngineSecret() {}

  /**
   * Reads the secret from the first line of a file.
   *
   * @param file the operator's file
   * @return the secret
   * @throws IllegalArgumentException if it is too short or not hex; the node must not start then
   */
  public static byte[] read(final Path file) {
    final String hex;
    try {
      hex = Files.readAllLines(file).get(0);
    } catch (final IOException e) {
      throw new IllegalArgumentException("Could not read key from " + file, e);
    }
    if (hex.length() < 2 * BYTES) {
      throw new IllegalArgumentException("signing key too short, 256 bits required");
    }
    final byte[] secret = HexFormat.of().parseHex(hex.startsWith("0x") ? hex.substring(2) : hex);
    if (secret.length < BYTES) {
      throw new IllegalArgumentException("Could not read at least 256 bits of key from " + file);
    }
    return secret;
  }

  /**
   * Makes up a secret for this run and leaves it in {@code jwt.hex}.
   *
   * @param dataPath where the node keeps its files
   * @return the secret
   */
  public static byte[] ephemeral(final Path dataPath) {
    final byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    final File file = dataPath.resolve("jwt.hex").toFile();
    file.deleteOnExit();
    try {
      Files.writeString(file.toPath(), HexFormat.of().formatHex(secret));
    } catch (final IOException e) {
      LOG.warn("Unable to write ephemeral jwt key file to {}", file);
    }
    return secret;
  }
}
