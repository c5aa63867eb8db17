// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.client;

import java.time.Instant;

/**
 * A call of a consensus client that identified itself.
 *
 * @param client who called
 * @param previous who made the call before this one; null if this is the first call
 * @param time when; never before the time of an earlier call
 * @param calls the number of calls of this client that are remembered, this one included
 */
public record ConsensusClientCall(
    ClientVersion client, ClientVersion previous, Instant time, long calls) {

  /** Returns whether another client made the call before this one. */
  public boolean isSwitch() {
    return previous != null && !client.equals(previous);
  }

  /** Returns whether the client called before. */
  public boolean isRepeated() {
    return calls > 1;
  }
}
