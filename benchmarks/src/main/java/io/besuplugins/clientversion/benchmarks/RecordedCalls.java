// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import io.besuplugins.clientversion.besu.ModeReason;
import io.besuplugins.clientversion.client.ConsensusClientTracker;
import io.besuplugins.clientversion.monitoring.ConsensusClientLog;
import io.besuplugins.clientversion.monitoring.ConsensusClientMetrics;
import java.time.InstantSource;
import java.util.Map;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.slf4j.LoggerFactory;

/** A tracker with log and metrics, and the params of a client that calls again and again. */
@State(Scope.Benchmark)
public class RecordedCalls {

  /** As Jackson parses them. */
  final Object[] params = {
    Map.of("code", "LH", "commit", "0x0dd215c2", "name", "Lighthouse", "version", "v5.3.0-0dd215c")
  };

  final ConsensusClientTracker tracker;

  /** Connects the tracker as the plugin does. */
  public RecordedCalls() {
    final ConsensusClientMetrics metrics =
        new ConsensusClientMetrics("1.0.0", ModeReason.METHOD_UNKNOWN);
    metrics.bindTo(new CountingMetricsSystem());
    tracker =
        new ConsensusClientTracker(
            InstantSource.system(),
            metrics,
            new ConsensusClientLog(LoggerFactory.getLogger(RecordedCalls.class), System::nanoTime));
  }

  /** Fails if calls were not recorded during the measurement. */
  void requireRecordedCalls() {
    if (tracker.mostRecentFirst().isEmpty()) {
      throw new IllegalStateException("No call was recorded");
    }
  }
}
