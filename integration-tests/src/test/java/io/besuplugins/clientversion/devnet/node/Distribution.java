// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

import static java.util.Comparator.comparing;

import io.besuplugins.clientversion.devnet.process.ProcessResult;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A Besu that can be started: a fake or an installed one. */
public interface Distribution {

  /** Sorts the oldest release first. */
  Comparator<Distribution> BY_RELEASE = comparing(besu -> Version.parse(besu.release()));

  /** The fakes, and each installed Besu that {@code -Dbesu.home} names. */
  static Stream<Distribution> all() {
    return Stream.concat(FakeBesu.ALL.stream(), InstalledBesu.fromSystemProperty());
  }

  /** The release, such as {@code 24.8.0}. */
  String release();

  /** The first eight hex digits of the release's commit. */
  String commit();

  /** Whether the plugin supports the plugin API of this Besu. */
  default boolean hasSupportedPluginApi() {
    return true;
  }

  /** Whether this is the given release or a newer one. */
  default boolean isAtLeast(final String release) {
    return Version.parse(release()).compareTo(Version.parse(release)) >= 0;
  }

  /**
   * Returns a builder of Besu's process.
   *
   * @param plugins the directory to load plugins from
   * @param options Besu's command line options
   */
  ProcessBuilder command(Path plugins, List<String> options);

  /** Runs a command that exits by itself, such as {@code --version}. */
  default ProcessResult run(final Path plugins, final String... arguments) {
    return ProcessResult.of(command(plugins, List.of(arguments)));
  }
}
