package io.besuplugins.clientversion.anycall;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
  void boundsWhatItShowsAndCountsWhatItHears(
      @ForAll("calls") final List<Call> calls, @ForAll("published") final int published) {
    final WatchedPlugin plugin = new WatchedPlugin();
    for (int i = 0; i < calls.size(); i++) {
      if (i == published) {
        plugin.publishMetrics();
      }
      calls.get(i).meet(plugin);
    }
    if (published >= calls.size()) {
      plugin.publishMetrics();
    }
    plugin.checkWhatIsShown();
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

  /** A few that come back, many that are new, and anything. */
  private static Arbitrary<Object[]> params() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.integers().between(0, 2).map(CallSequencePropertiesTest::version)),
        Tuple.of(5, Arbitraries.integers().map(CallSequencePropertiesTest::version)),
        Tuple.of(2, AnyParams.params()));
  }

  /** Often none, or the lengths at which something ends. */
  private static Arbitrary<Duration> pauses() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.just(Duration.ZERO)),
        Tuple.of(3, Arbitraries.integers().between(1, 61_000).map(Duration::ofMillis)),
        Tuple.of(
            1, Arbitraries.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(30))));
  }

  private static Object[] version(final int version) {
    return new Object[] {
      new LinkedHashMap<>(
          Map.of("code", "L" + version % 100, "version", "v" + version, "commit", "0dd215c2"))
    };
  }

  /**
   * A call and what comes before it.
   *
   * @param params null where it comes without
   * @param pause since the call before
   * @param besuAnswers or else the plugin
   */
  record Call(Object[] params, Duration pause, boolean besuAnswers) {

    void meet(final WatchedPlugin plugin) {
      plugin.after(pause);
      if (besuAnswers) {
        plugin.observes(params);
      } else {
        plugin.answers(params);
      }
    }

    @Override
    public String toString() {
      return (besuAnswers ? "OBSERVE " : "ANSWER ") + Arrays.toString(params) + " after " + pause;
    }
  }
}
