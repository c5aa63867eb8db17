// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.client;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/**
 * The client codes that the specification lists, with their names; clients may use others. Source:
 * execution-apis, {@code src/engine/identification.md}, {@code ClientCode}, as of August 2026.
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

  /** Returns the listed name of a code, or empty if the code is not listed. */
  public static Optional<String> nameOf(final String code) {
    return Optional.ofNullable(NAMES.get(code));
  }
}
