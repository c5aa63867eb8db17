// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.robustness;

import com.code_intelligence.jazzer.Jazzer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Fuzzes {@link ParamsFuzzTarget} in a process of its own, which fails if it finds something. */
public final class FuzzRunner {

  private static final String PLUGIN = "io.besuplugins.clientversion.";

  /** Only the plugin's code is to guide the fuzzer, not that of its tests. */
  private static final List<String> TESTS =
      List.of(PLUGIN + "robustness.**", PLUGIN + "Recording**", PLUGIN + "PluginHarness");

  private FuzzRunner() {}

  /**
   * Runs the fuzzer.
   *
   * @param args the directory for its corpus and findings, and the number of inputs
   */
  public static void main(final String[] args) throws IOException, InterruptedException {
    final Path work = Path.of(args[0]);
    final Path corpus = Files.createDirectories(work.resolve("corpus"));
    for (int i = 0; i < SampleRequests.PARAMS.size(); i++) {
      Files.writeString(corpus.resolve("sample-" + i), SampleRequests.PARAMS.get(i));
    }
    final Path words = work.resolve("words.dict");
    try (InputStream dictionary = FuzzRunner.class.getResourceAsStream("words.dict")) {
      Files.copy(dictionary, words, StandardCopyOption.REPLACE_EXISTING);
    }
    Jazzer.main(
        new String[] {
          "--target_class=" + ParamsFuzzTarget.class.getName(),
          "--instrumentation_includes=" + PLUGIN + "**",
          "--custom_hook_includes=" + PLUGIN + "**",
          "--instrumentation_excludes=" + String.join(File.pathSeparator, TESTS),
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
}
