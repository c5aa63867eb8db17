// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * The table that decides whether Besu implements the method. The first row that applies decides.
 */
enum BuiltInMethodRule {
  /** 24.4.0 to 24.8.0 do not know the method. Source: RpcMethod. */
  METHOD_UNKNOWN(false),

  /** 24.9.0 on: the method exists where a merge coordinator does. Source: RunnerBuilder. */
  MERGE_FLAG_SET(true),

  /** 24.9.0 on: the genesis file has what sets the flag, sooner or later. Source: BesuCommand. */
  TERMINAL_TOTAL_DIFFICULTY(true),

  /** 24.9.0 on: QBFT, IBFT, Clique and Ethash have no merge coordinator. Source: BesuController. */
  OTHER_MECHANISM(false),

  /**
   * 26.7.0 on: a genesis file that declares nothing means proof of stake; earlier releases do not
   * start with it. Source: BesuController.
   */
  NO_MECHANISM(true),

  /** 24.9.0 to 26.8.0: the flag stays unset on a named network, such as Ethereum Classic. */
  NAMED_NETWORK_WITHOUT_MERGE(false),

  /**
   * Announced in Besu's pull request 11282: the flag may be set too late, and the named networks
   * that are left are merge networks.
   */
  NAMED_NETWORK(true);

  /** The keys that Besu's genesis reader looks for, in lower case. */
  private static final Set<String> MECHANISM_KEYS =
      Set.of("ethash", "fixeddifficulty", "ibft2", "qbft", "clique");

  private final boolean builtIn;

  BuiltInMethodRule(final boolean builtIn) {
    this.builtIn = builtIn;
  }

  boolean isBuiltIn() {
    return builtIn;
  }

  /**
   * Returns the row that applies to a genesis file. Only its {@code config} is read, because
   * accounts can take up hundreds of megabytes; keys are compared ignoring case, as Besu does.
   *
   * @throws UncheckedIOException if the file cannot be read
   */
  static BuiltInMethodRule ofGenesisFile(final Path genesisFile) {
    try (JsonParser json = new ObjectMapper().createParser(genesisFile.toFile())) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        final boolean isConfig = "config".equalsIgnoreCase(json.currentName());
        json.nextToken();
        if (isConfig) {
          return ofConfig(json);
        }
        json.skipChildren();
      }
      return NO_MECHANISM;
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static BuiltInMethodRule ofConfig(final JsonParser config) throws IOException {
    BuiltInMethodRule rule = NO_MECHANISM;
    while (config.nextToken() == JsonToken.FIELD_NAME) {
      final String key = config.currentName().toLowerCase(Locale.ROOT);
      if (key.equals("terminaltotaldifficulty")) {
        return TERMINAL_TOTAL_DIFFICULTY;
      }
      if (MECHANISM_KEYS.contains(key)) {
        rule = OTHER_MECHANISM;
      }
      config.nextToken();
      config.skipChildren();
    }
    return rule;
  }
}
