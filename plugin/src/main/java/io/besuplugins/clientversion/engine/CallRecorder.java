// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.engine;

import io.besuplugins.clientversion.consensus.ConsensusClientTracker;
import io.besuplugins.clientversion.identification.ClientVersionParser;
import io.besuplugins.clientversion.identification.InvalidClientVersionException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Records the client version each caller reports; never throws. */
public final class CallRecorder {

  private final ConsensusClientTracker tracker;
  private final Consumer<Throwable> onFailure;

  /** Calls {@code onFailure}, which must not throw, when recording fails. */
  public CallRecorder(final ConsensusClientTracker tracker, final Consumer<Throwable> onFailure) {
    this.tracker = tracker;
    this.onFailure = onFailure;
  }

  /** Records a call that Besu answers whatever its parameters are; null if it has none. */
  public void record(final Object[] params) {
    parseAndRecord(() -> params, tracker::onMalformedCall);
  }

  /** Records a call that the plugin answers, and returns why it must be rejected, if it must. */
  Optional<String> recordOrReject(final Supplier<Object[]> params) {
    return parseAndRecord(params, tracker::onRejectedCall);
  }

  private Optional<String> parseAndRecord(
      final Supplier<Object[]> params, final Consumer<String> onInvalid) {
    String reason = null;
    try {
      try {
        ClientVersionParser.parse(params.get())
            .ifPresentOrElse(tracker::onCall, tracker::onAnonymousCall);
      } catch (final InvalidClientVersionException invalid) {
        reason = invalid.getMessage();
        onInvalid.accept(reason);
      }
    } catch (final Throwable failure) {
      onFailure.accept(failure);
    }
    return Optional.ofNullable(reason);
  }
}
