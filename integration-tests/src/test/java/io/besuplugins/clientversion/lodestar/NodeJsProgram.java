package io.besuplugins.clientversion.lodestar;

import io.besuplugins.clientversion.devnet.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programs of Node.js, as far as they are needed here. */
public enum NodeJsProgram {
  /** Runs JavaScript. */
  NODE,
  /** Fetches packages. */
  NPM;

  /** How to get them. */
  public static final String INSTALLATION =
      "node (20 or newer) and npm are not on the PATH; on Debian 13 and Ubuntu 25.04 or newer:"
          + " apt-get install nodejs npm";

  private static final int OLDEST = 20;
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.");

  private final Program program = new Program(name().toLowerCase(Locale.ROOT));

  /** Whether all of them are on the PATH, and new enough for Lodestar's code. */
  public static boolean areInstalled() throws IOException, InterruptedException {
    return Program.areThere(
        Arrays.stream(values()).allMatch(each -> each.program.isInstalled()) && release() >= OLDEST,
        INSTALLATION);
  }

  /** The first number of its version, or 0 where another program has that name. */
  private static int release() throws IOException, InterruptedException {
    final Matcher version = VERSION.matcher(NODE.run(Path.of("."), "--version"));
    return version.lookingAt() ? Integer.parseInt(version.group(1)) : 0;
  }

  /** Runs to its end in that directory, and gives what it printed. */
  String run(final Path directory, final String... arguments)
      throws IOException, InterruptedException {
    return program.run(directory, List.of(arguments));
  }

  /** What starts it. */
  ProcessBuilder command(final List<String> arguments) {
    return program.command(arguments);
  }
}
