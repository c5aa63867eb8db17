package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.besuplugins.clientversion.devnet.CommandRun;
import io.besuplugins.clientversion.devnet.Distribution;
import io.besuplugins.clientversion.devnet.InstalledBesu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Besu's command prints and returns stays as it is, but for the plugin's own option. */
class CommandLineIT {

  @TempDir Path noPlugins;
  @TempDir Path plugins;

  @BeforeEach
  void installPlugin() throws IOException {
    final Path jar = Path.of(System.getProperty("plugin.jar"));
    Files.copy(jar, plugins.resolve(jar.getFileName()));
  }

  /**
   * Options only: what else Besu's help says, such as a set of defaults, changes from run to run.
   */
  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#distributions")
  void helpShowsThePluginsOptionAndNoOther(final Distribution besu) {
    final CommandRun without = CommandRun.of(besu, noPlugins, "--help");
    final CommandRun with = CommandRun.of(besu, plugins, "--help");

    assertThat(with.status()).isEqualTo(without.status()).isZero();
    final Set<String> options = optionsIn(without);
    assertThat(options).contains("--data-path").hasSizeGreaterThan(20);
    options.add("--plugin-client-version-observer-enabled");
    assertThat(optionsIn(with)).isEqualTo(options);
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#distributions")
  void versionShowsThePluginsVersionAndNothingElse(final Distribution besu) {
    assertThat(addedBy(besu, "--version"))
        .isNotEmpty()
        .allMatch(
            line ->
                line.contains("ClientVersionPlugin")
                    || line.contains("besu-client-version-plugin"));
  }

  @ParameterizedTest
  @MethodSource("io.besuplugins.clientversion.Nodes#distributions")
  void subcommandsAreAsTheyWere(final Distribution besu) {
    assumeTrue(besu instanceof InstalledBesu, "the fake has no subcommands");

    assertThat(addedBy(besu, "public-key", "--help"))
        .allMatch(line -> line.contains("ClientVersionPlugin"));
  }

  private List<String> addedBy(final Distribution besu, final String... arguments) {
    final CommandRun without = CommandRun.of(besu, noPlugins, arguments);
    final CommandRun with = CommandRun.of(besu, plugins, arguments);
    assertThat(with.status()).isEqualTo(without.status()).isZero();
    final List<String> added = new ArrayList<>(messages(with));
    assertThat(added).containsAll(messages(without));
    messages(without).forEach(added::remove);
    return added;
  }

  private static Set<String> optionsIn(final CommandRun run) {
    return Pattern.compile("--[a-zA-Z][-\\w]+")
        .matcher(String.join("\n", run.lines()))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Without the time that stands before a line of the log. */
  private static List<String> messages(final CommandRun run) {
    return run.lines().stream().map(line -> line.replaceFirst("^\\d{4}-.*? \\| ", "")).toList();
  }
}
