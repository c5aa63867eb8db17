package io.besuplugins.clientversion.devnet;

import java.net.URI;
import java.time.Instant;

/** A running node, as a consensus client and an operator meet it; closing ends it. */
public interface Node extends AutoCloseable {

  /** What it was started with. */
  NodeSetup setup();

  /** What runs. */
  default Distribution distribution() {
    return setup().distribution();
  }

  /** The engine port, over HTTP. */
  URI enginePort();

  /** The plain HTTP port. */
  URI httpPort();

  /** What Prometheus scrapes. */
  URI metricsPort();

  /** What consensus clients need to be let in at the engine port. */
  Secret secret();

  /** What the node prints. */
  NodeLog log();

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
