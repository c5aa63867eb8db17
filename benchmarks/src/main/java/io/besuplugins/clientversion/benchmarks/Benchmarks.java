// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** The program that runs all benchmarks and compares their results with the targets. */
public final class Benchmarks {

  private Benchmarks() {}

  /** Prints one line for each result, and fails if a target is missed by more than chance. */
  public static void main(final String[] args) throws RunnerException {
    System.out.printf(
        "Java %s, %d processors. Medians, with the bounds of 95 %% confidence.%n",
        Runtime.version(), Runtime.getRuntime().availableProcessors());
    final List<String> missed = new ArrayList<>(MethodBenchmarks.run());
    missed.addAll(NodeBenchmarks.run());
    if (!missed.isEmpty()) {
      throw new IllegalStateException("Missed targets: " + missed);
    }
  }
}
