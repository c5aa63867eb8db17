package io.besuplugins.clientversion.consensus;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.time.Instant;

/** Counts every call, of which the news tell only what is new. */
public interface CallCount {

  /** A client that said who it is called. */
  void called(ClientVersion client, Instant now);

  /** A call was refused. */
  void refused();
}
