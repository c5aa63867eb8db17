// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.client.lodestar;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.besuplugins.clientversion.devnet.rpc.JwtSecret;
import java.net.URI;

/** The options that Lodestar's command line passes to its engine client. */
public enum LodestarOptions {

  /** No option but the address of the node. */
  DEFAULT,

  /** {@code --private}: Lodestar hides its version. */
  PRIVATE;

  ObjectNode forNode(final URI engineUrl, final JwtSecret secret) {
    final ObjectNode options = new ObjectMapper().createObjectNode();
    options.putArray("urls").add(engineUrl.toString());
    options.put("jwtSecretHex", "0x" + secret.hex());
    return this == PRIVATE
        ? options.put("private", true)
        : options
            .put("version", "v1.44.0/e3d733b")
            .put("commit", "e3d733b7")
            .put("jwtVersion", "Lodestar/v1.44.0/e3d733b");
  }
}
