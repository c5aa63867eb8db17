package io.besuplugins.clientversion.lodestar;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.besuplugins.clientversion.devnet.Secret;
import java.net.URI;

/** How an operator starts Lodestar, and the options that its command line makes of it. */
public enum CommandLine {

  /** Nothing but where the node is. */
  PLAIN {
    @Override
    void addTo(final ObjectNode options) {
      options
          .put("version", "v1.44.0/e3d733b")
          .put("commit", "e3d733b7")
          .put("jwtVersion", "Lodestar/v1.44.0/e3d733b");
    }
  },

  /** With {@code --private}: no version leaves Lodestar. */
  PRIVATE {
    @Override
    void addTo(final ObjectNode options) {
      options.put("private", true);
    }
  };

  abstract void addTo(ObjectNode options);

  /** The options of an engine client for the node at that port. */
  ObjectNode optionsFor(final URI enginePort, final Secret secret) {
    final ObjectNode options = new ObjectMapper().createObjectNode();
    options.putArray("urls").add(enginePort.toString());
    options.put("jwtSecretHex", "0x" + secret.hex());
    addTo(options);
    return options;
  }
}
