// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A genesis file with which nodes are started.
 *
 * @param name a short name of what it configures
 */
public record Genesis(String name, String json) {

  /** A proof-of-stake network: a consensus client is connected to the node. */
  public static final Genesis PROOF_OF_STAKE = resource("proof_of_stake");

  /** One validator, the node itself, and no consensus client. */
  public static final Genesis QBFT = resource("qbft");

  /**
   * Neither a total difficulty nor a consensus mechanism. From 26.7.0 on, Besu takes it for proof
   * of stake.
   */
  public static final Genesis NO_CONSENSUS = resource("no_consensus");

  static final List<Genesis> ALL = List.of(PROOF_OF_STAKE, QBFT, NO_CONSENSUS);

  /** Reads a file in {@code src/test/resources/genesis}. */
  private static Genesis resource(final String name) {
    try (InputStream json = Genesis.class.getResourceAsStream("/genesis/" + name + ".json")) {
      return new Genesis(name, new String(json.readAllBytes(), UTF_8));
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
