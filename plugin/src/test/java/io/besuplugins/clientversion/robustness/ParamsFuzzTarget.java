// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.robustness;

import com.code_intelligence.jazzer.Jazzer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Any bytes as a call's parameters, where the plugin answers and where Besu does. */
public final class ParamsFuzzTarget {

  private static final String PLUGIN = "io.besuplugins.clientversion.";

  /** Only the plugin's code is to guide the fuzzer, not that of its tests. */
  private static final String TESTS =
      String.join(
          File.pathSeparator,
          PLUGIN + "robustness.**",
          PLUGIN + "Recording**",
          PLUGIN + "PluginHarness",
          PLUGIN + "LogCaptor");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static long inputs;
  private static long passed;

  private ParamsFuzzTarget() {}

  /**
   * Fuzzes in a process of its own, which fails if it finds something.
   *
   * @param args the directory for corpus and findings, and the number of inputs
   */
  public static void main(final String[] args) throws IOException, InterruptedException {
    final Path work = Path.of(args[0]);
    final Path corpus = Files.createDirectories(work.resolve("corpus"));
    for (int i = 0; i < SampleRequests.PARAMS.size(); i++) {
      Files.writeString(corpus.resolve("sample-" + i), SampleRequests.PARAMS.get(i));
    }
    final Path words = work.resolve("words.dict");
    try (InputStream dictionary = ParamsFuzzTarget.class.getResourceAsStream("words.dict")) {
      Files.copy(dictionary, words, StandardCopyOption.REPLACE_EXISTING);
    }
    Jazzer.main(
        new String[] {
          "--target_class=" + ParamsFuzzTarget.class.getName(),
          "--instrumentation_includes=" + PLUGIN + "**",
          "--custom_hook_includes=" + PLUGIN + "**",
          "--instrumentation_excludes=" + TESTS,
          "--reproducer_path=" + work,
          "-artifact_prefix=" + work + "/",
          "-dict=" + words,
          "-max_len=1000",
          "-rss_limit_mb=0",
          "-verbosity=0",
          "-runs=" + args[1],
          corpus.toString()
        });
  }

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
    final int places = coveredPlaces();
    System.out.printf(
        "fuzzed the parameters: %d inputs, %s, guided by %d places in the plugin's code%n",
        inputs, inputs == passed ? "no finding" : "A FINDING in the last", places);
    if (inputs == passed && places == 0) {
      // The process is exiting already, with another status, and waits for this method.
      Runtime.getRuntime().halt(1);
    }
  }

  /** The number of instrumented places that were reached; not part of Jazzer's API. */
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
