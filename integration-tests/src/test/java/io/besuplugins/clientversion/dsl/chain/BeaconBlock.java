// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;

/**
 * A block of the beacon chain.
 *
 * @param slot the slot that it was proposed in
 * @param graffiti the text that its proposer wrote into it
 */
public record BeaconBlock(long slot, String graffiti) {

  /** Reads the message of a block as the Beacon API describes it. */
  static BeaconBlock of(final JsonNode message) {
    final String hex = message.at("/body/graffiti").asText().substring("0x".length());
    final String text = new String(HexFormat.of().parseHex(hex), UTF_8);
    return new BeaconBlock(message.get("slot").asLong(), text.replace("\0", ""));
  }
}
