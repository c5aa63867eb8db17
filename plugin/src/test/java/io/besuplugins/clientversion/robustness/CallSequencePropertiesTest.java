// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.robustness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class CallSequencePropertiesTest {

  @Property(tries = 200)
  void countsEveryCallAndBoundsItsOutput(
      @ForAll("calls") final List<Call> calls, @ForAll("published") final int published)
      throws IOException {
    final OutputInvariants plugin = new OutputInvariants();
    for (int i = 0; i < calls.size(); i++) {
      if (i == published) {
        plugin.publishMetrics();
      }
      calls.get(i).callOn(plugin);
    }
    if (published >= calls.size()) {
      plugin.publishMetrics();
    }
    plugin.checkOutput();
  }

  @Provide
  Arbitrary<List<Call>> calls() {
    return Combinators.combine(params(), pauses(), Arbitraries.of(true, false))
        .as(Call::new)
        .list()
        .ofMaxSize(300);
  }

  @Provide
  Arbitrary<Integer> published() {
    return Arbitraries.integers().between(0, 100);
  }

  /** Some clients that return, many new ones, and sample requests. */
  private static Arbitrary<Object[]> params() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.integers().between(0, 2).map(CallSequencePropertiesTest::version)),
        Tuple.of(5, Arbitraries.integers().map(CallSequencePropertiesTest::version)),
        Tuple.of(2, Arbitraries.of(SampleRequests.PARAMS).map(CallSequencePropertiesTest::parse)));
  }

  /** Mostly none, otherwise around the lengths at which the plugin's time windows end. */
  private static Arbitrary<Duration> pauses() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.just(Duration.ZERO)),
        Tuple.of(3, Arbitraries.integers().between(1, 61_000).map(Duration::ofMillis)),
        Tuple.of(
            1, Arbitraries.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(30))));
  }

  private static Object[] version(final int version) {
    return new Object[] {Map.of("code", "L" + version % 100, "version", "v" + version)};
  }

  private static Object[] parse(final String json) {
    try {
      return new ObjectMapper().readValue(json, Object[].class);
    } catch (final JsonProcessingException notJson) {
      throw new AssertionError(notJson);
    }
  }

  /** A call, and the pause before it; either Besu answers it, or the plugin. */
  record Call(Object[] params, Duration pause, boolean besuAnswers) {

    void callOn(final OutputInvariants plugin) {
      plugin.advance(pause);
      if (besuAnswers) {
        plugin.observe(params);
      } else {
        plugin.answer(params);
      }
    }

    @Override
    public String toString() {
      return (besuAnswers ? "OBSERVE " : "ANSWER ") + Arrays.toString(params) + " after " + pause;
    }
  }
}
