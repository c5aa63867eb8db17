package io.besuplugins.clientversion.devnet;

import java.net.URI;
import java.time.Instant;

/** A running node, as a consensus client and an operator meet it; closing ends it. */
public interface Node extends AutoCloseable {

  /** Where it runs. */
  NodePlace place();

  /** What it was started with. */
  default NodeSetup setup() {
    return place().setup();
  }

  /** What runs. */
  default Distribution distribution() {
    return setup().distribution();
  }

  /** The engine port, over HTTP. */
  default URI enginePort() {
    return place().enginePort();
  }

  /** The plain HTTP port. */
  default URI httpPort() {
    return place().httpPort();
  }

  /** What Prometheus scrapes. */
  default URI metricsPort() {
    return place().metricsPort();
  }

  /** What consensus clients need to be let in at the engine port. */
  default Secret secret() {
    return place().secret();
  }

  /** What the node prints. */
  default NodeLog log() {
    return place().log();
  }

  /** What its live objects take of its heap, in bytes, after it has collected all others. */
  long liveHeap();

  /** A consensus client that knows the secret and the time. */
  default JsonRpc engine() {
    return JsonRpc.with(enginePort(), () -> secret().token(Instant.now()));
  }

  /** A consensus client asks who this is, with the params given as JSON. */
  default Reply asked(final String params) {
    return engine().call("engine_getClientVersionV1", params);
  }

  /** Someone at the plain HTTP port. */
  default JsonRpc http() {
    return JsonRpc.without(httpPort());
  }

  @Override
  void close();
}
