// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.robustness;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Any bytes as a call's parameters, where the plugin answers and where Besu does. */
public final class ParamsFuzzTarget {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static long inputs;
  private static long passed;

  private ParamsFuzzTarget() {}

  /** The fuzzer calls this with each input. */
  public static void fuzzerTestOneInput(final byte[] json) throws IOException {
    inputs++;
    try {
      call(JSON.convertValue(JSON.readValue(json, Object.class), Object[].class));
    } catch (final IOException | IllegalArgumentException rejectedByBesu) {
      // Not JSON, or neither an array nor null: such a call does not reach the plugin.
    }
    passed++;
  }

  private static void call(final Object[] params) throws IOException {
    final OutputInvariants plugin = new OutputInvariants();
    plugin.answer(params);
    plugin.publishMetrics();
    plugin.observe(params);
    plugin.checkOutput();
  }

  /** The fuzzer calls this at its end. A fuzzer that no coverage guides fails. */
  public static void fuzzerTearDown() {
    final int covered = coveredPlaces();
    System.out.printf(
        "fuzzed the parameters: %d inputs, %s, guided by %d places in the plugin's code%n",
        inputs, inputs == passed ? "no finding" : "A FINDING in the last", covered);
    if (inputs == passed && covered == 0) {
      // The process is exiting already, with another status, and waits for this method.
      Runtime.getRuntime().halt(1);
    }
  }

  /** The number of instrumented places reached; not part of Jazzer's API. */
  private static int coveredPlaces() {
    try {
      final Object places =
          Class.forName("com.code_intelligence.jazzer.runtime.CoverageMap")
              .getMethod("getEverCoveredIds")
              .invoke(null);
      return ((int[]) places).length;
    } catch (final ReflectiveOperationException moved) {
      return 0;
    }
  }
}
