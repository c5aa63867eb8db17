// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.robustness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class CallSequencePropertiesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Property(tries = 200)
  void countsEveryCallAndBoundsItsOutput(
      @ForAll("calls") final List<Call> calls, @ForAll @IntRange(max = 100) final int published)
      throws IOException {
    final OutputInvariants plugin = new OutputInvariants();
    for (int i = 0; i < Math.max(calls.size(), published + 1); i++) {
      if (i == published) {
        plugin.publishMetrics();
      }
      if (i < calls.size()) {
        calls.get(i).callOn(plugin);
      }
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

  /** Some clients that return, many new ones, and sample requests. */
  private static Arbitrary<String> params() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.integers().between(0, 2).map(CallSequencePropertiesTest::client)),
        Tuple.of(5, Arbitraries.integers().map(CallSequencePropertiesTest::client)),
        Tuple.of(2, Arbitraries.of(SampleRequests.PARAMS)));
  }

  /** Mostly none, otherwise around the lengths at which the plugin's time windows end. */
  private static Arbitrary<Duration> pauses() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.just(Duration.ZERO)),
        Tuple.of(3, Arbitraries.integers().between(1, 61_000).map(Duration::ofMillis)),
        Tuple.of(1, Arbitraries.of(Duration.ofMinutes(1), Duration.ofHours(1))));
  }

  private static String client(final int version) {
    return "[{\"code\":\"L%d\",\"version\":\"v%d\"}]".formatted(version % 100, version);
  }

  /** A call, and the pause before it; either Besu answers it, or the plugin. */
  record Call(String params, Duration pause, boolean besuAnswers) {

    void callOn(final OutputInvariants plugin) throws JsonProcessingException {
      plugin.advance(pause);
      if (besuAnswers) {
        plugin.observe(JSON.readValue(params, Object[].class));
      } else {
        plugin.answer(JSON.readValue(params, Object[].class));
      }
    }
  }
}
