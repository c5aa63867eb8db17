// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.benchmarks;

import io.besuplugins.clientversion.dsl.node.Distribution;
import io.besuplugins.clientversion.operator.PluginStatus.Mode;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The plugin's share of Besu's start: loading it and calling its lifecycle methods, in a JVM that
 * has used Besu's libraries but not yet the plugin. The libraries are those of Besu 26.8.0.
 */
@State(Scope.Benchmark)
public class StartBenchmark {

  @Param({"ANSWER", "OBSERVE"})
  private Mode mode;

  private Runnable start;

  /** Loads Besu's classes and starts Besu as far as plugins can tell. */
  @Setup
  public void prepareBesu() throws Exception {
    final List<URL> classPath = new ArrayList<>();
    classPath.add(StartBenchmark.class.getProtectionDomain().getCodeSource().getLocation());
    for (final File jar : Distribution.FAKE_26_8_0.home().resolve("lib").toFile().listFiles()) {
      classPath.add(jar.toURI().toURL());
    }
    final ClassLoader besu =
        new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(besu);
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    final String consensus = mode == Mode.ANSWER ? "\"qbft\":{}" : "\"terminalTotalDifficulty\":0";
    final Path genesis = Files.createTempFile("genesis", ".json");
    genesis.toFile().deleteOnExit();
    Files.writeString(genesis, "{\"config\":{" + consensus + "}}");
    start =
        (Runnable)
            Class.forName(PluginStart.class.getName(), true, besu)
                .getConstructor(URL.class, File.class, Boolean.class)
                .newInstance(
                    Path.of(System.getProperty("plugin.jar")).toUri().toURL(),
                    genesis.toFile(),
                    mode == Mode.OBSERVE);
  }

  /** The CPU time of the start, which other programs on the machine hardly change. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class CpuTime {
    public double cpuMillis;
  }

  /** Loads and starts the plugin. */
  @Benchmark
  public void loadAndStart(final CpuTime time) {
    final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    final long before = threads.getCurrentThreadCpuTime();
    start.run();
    time.cpuMillis = (threads.getCurrentThreadCpuTime() - before) / 1e6;
  }

  /** Proves that the plugin started in that mode. */
  @TearDown
  public void checkMode() {
    if (!start.toString().contains("mode=" + mode)) {
      throw new IllegalStateException("Expected " + mode + " but it is " + start);
    }
  }
}
