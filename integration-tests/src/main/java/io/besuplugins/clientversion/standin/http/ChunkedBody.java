package io.besuplugins.clientversion.standin.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.OutputStream;

/** Sends what is written to it as the chunks of a response, as Besu streams its answers. */
final class ChunkedBody extends OutputStream {

  private final HttpServerResponse response;

  ChunkedBody(final HttpServerResponse response) {
    this.response = response;
  }

  @Override
  public void write(final int single) {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(final byte[] bytes, final int offset, final int length) {
    if (!response.isChunked()) {
      response.setChunked(true);
    }
    response.write(Buffer.buffer(length).appendBytes(bytes, offset, length));
  }

  @Override
  public void close() {
    if (!response.ended()) {
      response.end();
    }
  }
}
