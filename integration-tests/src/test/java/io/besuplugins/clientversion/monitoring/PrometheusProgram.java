package io.besuplugins.clientversion.monitoring;

import io.besuplugins.clientversion.devnet.Program;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The programs of Debian's package {@code prometheus}, as far as they are needed here. */
public enum PrometheusProgram {
  /** Scrapes, keeps what it scraped, evaluates rules and answers queries. */
  PROMETHEUS,
  /** Checks and tests rules. */
  PROMTOOL;

  /** How to get them. */
  public static final String INSTALLATION =
      "prometheus and promtool are not on the PATH; on Debian and Ubuntu: apt-get install"
          + " prometheus";

  private final Program program = new Program(name().toLowerCase(Locale.ROOT));

  /** Whether all of them are on the PATH. */
  public static boolean areInstalled() {
    return Program.areThere(
        Arrays.stream(values()).allMatch(each -> each.program.isInstalled()), INSTALLATION);
  }

  /**
   * Runs to its end.
   *
   * @param arguments those of the command line
   * @return what it printed, when it ended with success
   * @throws IllegalStateException when it did not; with what it printed
   */
  public String run(final String... arguments) throws IOException, InterruptedException {
    return program.run(Build.directory(), List.of(arguments));
  }

  /** What starts it. */
  ProcessBuilder command(final List<String> arguments) {
    return program.command(arguments);
  }
}
