package io.besuplugins.clientversion.anycall;

import com.code_intelligence.jazzer.Jazzer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Fuzzes one target for a number of inputs, in a process of its own, which ends with a status other
 * than 0 on a finding.
 */
public final class FuzzRun {

  private static final String PLUGIN = "io.besuplugins.clientversion";

  /** What must not guide: it is not the plugin's code. */
  private static final List<String> OWN =
      List.of(PLUGIN + ".anycall.**", PLUGIN + ".RecordedMetrics**");

  private FuzzRun() {}

  /**
   * Runs.
   *
   * @param args the directory for inputs that reached something new and for what a finding leaves,
   *     the target's simple name, and how many inputs it gets
   */
  public static void main(final String[] args) throws IOException, InterruptedException {
    final Path work = Path.of(args[0]).resolve(args[1]);
    final Path corpus = Files.createDirectories(work.resolve("corpus"));
    int seeds = 0;
    for (final String params : RealCallers.PARAMS) {
      Files.writeString(corpus.resolve("real-" + seeds++), params);
    }
    final Path words = work.resolve("words.dict");
    try (InputStream ours = FuzzRun.class.getResourceAsStream("words.dict")) {
      Files.copy(ours, words, StandardCopyOption.REPLACE_EXISTING);
    }
    Jazzer.main(
        new String[] {
          "--target_class=" + PLUGIN + ".anycall." + args[1],
          "--instrumentation_includes=" + PLUGIN + ".**",
          "--custom_hook_includes=" + PLUGIN + ".**",
          "--instrumentation_excludes=" + String.join(File.pathSeparator, OWN),
          "--reproducer_path=" + work,
          "-artifact_prefix=" + work + "/",
          "-dict=" + words,
          "-max_len=1000",
          "-rss_limit_mb=0",
          "-verbosity=0",
          "-runs=" + args[2],
          corpus.toString()
        });
  }
}
