package io.besuplugins.clientversion.cost;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures what a call costs and prints it, a line for each kind of call. */
public final class Costs {

  /** What is measured, and the most that it may cost: nanoseconds and bytes for one call. */
  private enum Cost {
    ANSWER_KNOWN(
        CallsBenchmark.class, "answerToKnownClient", "Answer to a known client", 1_000, 1_024),
    NOTE_KNOWN(
        CallsBenchmark.class, "sightingOfKnownClient", "Sighting of a known client", 1_000, 1_024),
    NOTE_NEW(
        CallsBenchmark.class, "sightingOfNewClient", "Sighting of a new client", 10_000, 4_096),
    HEAR_METHOD(
        EngineLogBenchmark.class, "observedClientVersion", "Observer, the method", 1_000, 1_024),
    HEAR_OTHER(
        EngineLogBenchmark.class,
        "observedOtherMethod",
        "Observer, another engine method",
        1_000,
        1_024),
    NOT_OBSERVED(
        EngineLogBenchmark.class, "unobservedMethod", "Without it, an engine method", 100, 0);

    private final String benchmark;
    private final String name;
    private final double mostNanoseconds;
    private final double mostBytes;

    Cost(
        final Class<?> benchmark,
        final String method,
        final String name,
        final double mostNanoseconds,
        final double mostBytes) {
      this.benchmark = benchmark.getName() + "." + method;
      this.name = name;
      this.mostNanoseconds = mostNanoseconds;
      this.mostBytes = mostBytes;
    }
  }

  private Costs() {}

  /**
   * Takes no arguments.
   *
   * @throws IllegalStateException when a call costs more than it may
   */
  public static void main(final String[] args) throws RunnerException {
    System.out.printf(
        "Java %s, %s processors%n", Runtime.version(), Runtime.getRuntime().availableProcessors());
    boolean kept = true;
    for (final Cost cost : Cost.values()) {
      kept &= isKept(cost);
    }
    if (!kept) {
      throw new IllegalStateException("A call costs more than it may");
    }
  }

  private static boolean isKept(final Cost cost) throws RunnerException {
    final RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include("^" + cost.benchmark.replace(".", "\\.") + "$")
                    .mode(Mode.AverageTime)
                    .timeUnit(TimeUnit.NANOSECONDS)
                    .forks(2)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(1))
                    .addProfiler(GCProfiler.class)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .runSingle();
    final double nanoseconds = result.getPrimaryResult().getScore();
    final double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
    System.out.printf(
        Locale.ROOT,
        "%-32s %7.1f ns ± %5.1f %6.0f B   (at most %.0f ns, %.0f B)%n",
        cost.name,
        nanoseconds,
        result.getPrimaryResult().getScoreError(),
        bytes,
        cost.mostNanoseconds,
        cost.mostBytes);
    return nanoseconds <= cost.mostNanoseconds && Math.floor(bytes) <= cost.mostBytes;
  }
}
