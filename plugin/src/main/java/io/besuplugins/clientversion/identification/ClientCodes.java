package io.besuplugins.clientversion.identification;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/**
 * The client codes that are reserved, with the names that the list gives them.
 *
 * <p>Source: execution-apis, {@code src/engine/identification.md}, {@code ClientCode}, as of August
 * 2026. A client may use any other two letters as well.
 */
public final class ClientCodes {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          entry("BU", "besu"),
          entry("CN", "caplin"),
          entry("EG", "erigon"),
          entry("EJ", "ethereumJS"),
          entry("EX", "ethrex"),
          entry("GE", "go-ethereum"),
          entry("GR", "grandine"),
          entry("LH", "lighthouse"),
          entry("LS", "lodestar"),
          entry("NB", "nimbus CL"),
          entry("NE", "nimbus EL"),
          entry("NM", "nethermind"),
          entry("PM", "prysm"),
          entry("RH", "reth"),
          entry("TE", "trin-execution"),
          entry("TK", "teku"));

  private ClientCodes() {}

  /** The name that the list gives this code, or empty where the code is not reserved. */
  public static Optional<String> nameOf(final String code) {
    return Optional.ofNullable(NAMES.get(code));
  }
}
