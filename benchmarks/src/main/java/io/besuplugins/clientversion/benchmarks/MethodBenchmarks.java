// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the JMH benchmarks: what calls and the start cost inside the plugin. */
final class MethodBenchmarks {

  private static final String BYTES = "gc.alloc.rate.norm";

  /** The most that an execution may take: time in the benchmark's unit, and another result. */
  private record Target(double time, String otherResult, double other) {}

  private static final Map<String, Target> TARGETS =
      Map.of(
          "CallBenchmark.answerKnownClient", new Target(1_000, BYTES, 1_024),
          "CallBenchmark.recordKnownClient", new Target(1_000, BYTES, 1_024),
          "CallBenchmark.recordNewClient", new Target(10_000, BYTES, 4_096),
          "ObserverBenchmark.observedMethod", new Target(1_000, BYTES, 1_024),
          "ObserverBenchmark.otherMethod", new Target(1_000, BYTES, 1_024),
          "ObserverBenchmark.methodWithoutObserver", new Target(100, BYTES, 1),
          "StartBenchmark.loadAndStart", new Target(60, "cpuMillis", 60));

  private MethodBenchmarks() {}

  /** Prints the results and returns those that miss a target. */
  static List<String> run() throws RunnerException {
    final List<String> missed = new ArrayList<>();
    for (final OptionsBuilder options : List.of(calls(), starts())) {
      for (final RunResult result :
          new Runner(options.verbosity(VerboseMode.SILENT).build()).run()) {
        report(result, missed);
      }
    }
    return missed;
  }

  private static OptionsBuilder calls() {
    final OptionsBuilder options = new OptionsBuilder();
    options
        .include(CallBenchmark.class.getName())
        .include(ObserverBenchmark.class.getName())
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS)
        .forks(2)
        .warmupIterations(3)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class);
    return options;
  }

  /** Starts the plugin once in each fork, because only the first start loads classes. */
  private static OptionsBuilder starts() {
    final OptionsBuilder options = new OptionsBuilder();
    options
        .include(StartBenchmark.class.getName())
        .mode(Mode.SingleShotTime)
        .timeUnit(TimeUnit.MILLISECONDS)
        .forks(20)
        .warmupIterations(0)
        .measurementIterations(1);
    return options;
  }

  private static void report(final RunResult result, final List<String> missed) {
    final String benchmark =
        result.getParams().getBenchmark().replaceFirst("^.*\\.(?=\\w+\\.\\w+$)", "");
    final String mode = result.getParams().getParam("mode");
    final Target target = TARGETS.get(benchmark);
    final ConfidenceInterval time = ConfidenceInterval.of(result.getPrimaryResult());
    final ConfidenceInterval other =
        ConfidenceInterval.of(result.getSecondaryResults().get(target.otherResult));
    final String line =
        String.format(
            Locale.ROOT,
            "%s%s: %s %s, %s %.1f",
            benchmark,
            mode == null ? "" : " " + mode,
            time.format("%.1f"),
            result.getPrimaryResult().getScoreUnit(),
            target.otherResult,
            other.median());
    System.out.println(line);
    if (time.isAbove(target.time) || other.isAbove(target.other)) {
      missed.add(line);
    }
  }
}
