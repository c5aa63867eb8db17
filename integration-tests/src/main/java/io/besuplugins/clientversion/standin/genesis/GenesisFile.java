package io.besuplugins.clientversion.standin.genesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code config} of a genesis file, whose keys Besu takes in any case. */
public final class GenesisFile {

  private static final Set<String> KNOWN_CONSENSUS =
      Set.of("ethash", "fixeddifficulty", "ibft", "ibft2", "qbft", "clique");

  private GenesisFile() {}

  /**
   * Reads a genesis.
   *
   * @param file the file
   * @return what it says
   * @throws IllegalArgumentException if it cannot be read
   */
  public static Genesis read(final File file) {
    final Map<String, JsonNode> config = new HashMap<>();
    try {
      new ObjectMapper()
          .readTree(file)
          .path("config")
          .fields()
          .forEachRemaining(
              field -> config.put(field.getKey().toLowerCase(Locale.ROOT), field.getValue()));
    } catch (final IOException e) {
      throw new IllegalArgumentException("Unable to load genesis file. " + e.getMessage(), e);
    }
    return new Genesis(
        number(config.get("chainid")).orElse(BigInteger.ONE),
        number(config.get("terminaltotaldifficulty")),
        config.keySet().stream().anyMatch(KNOWN_CONSENSUS::contains),
        config.containsKey("cancuntime"));
  }

  private static Optional<BigInteger> number(final JsonNode node) {
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    final String text = node.asText();
    return Optional.of(
        text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text));
  }
}
