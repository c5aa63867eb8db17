package io.besuplugins.clientversion.standin.plugin;

import java.nio.file.Path;
import java.util.List;

/**
 * Which plugins are to run, and how strictly.
 *
 * @param directory where their jars are
 * @param isOn false if there are to be none
 * @param requested the simple class names of those to run, or none for all
 * @param continueOnError whether a failing plugin is dropped, or else stops the node
 * @param verification what a jar that does not match its catalog leads to
 */
public record PluginSelection(
    Path directory,
    boolean isOn,
    List<String> requested,
    boolean continueOnError,
    VerificationMode verification) {

  /**
   * Where plugins are looked for.
   *
   * @return {@code besu.plugins.dir}, or else {@code plugins} in {@code besu.home}
   */
  public static Path defaultDirectory() {
    final String directory = System.getProperty("besu.plugins.dir");
    return directory != null
        ? Path.of(directory)
        : Path.of(System.getProperty("besu.home", "."), "plugins");
  }

  /** What a jar that does not match its catalog leads to, since 26.1.0. */
  public enum VerificationMode {
    /** A warning. */
    NONE,
    /** A node that does not start. */
    FULL
  }
}
