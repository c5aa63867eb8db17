package io.besuplugins.clientversion.devnet;

import static java.util.Comparator.comparing;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A Besu that can be started as a process: a fake, or an installed one. */
public interface Distribution {

  /** The older release first. */
  Comparator<Distribution> BY_RELEASE = comparing(besu -> Version.parse(besu.release()));

  /** The release, such as {@code 24.8.0}. */
  String release();

  /** Whether it is of that release or a newer one. */
  default boolean isSince(final String release) {
    return Version.parse(release()).compareTo(Version.parse(release)) >= 0;
  }

  /** The first eight digits of the commit that this release is known by. */
  String commit();

  /**
   * The command that starts a node.
   *
   * @param plugins the directory to load plugins from
   * @param options Besu's command line options
   */
  ProcessBuilder besu(Path plugins, List<String> options);
}
