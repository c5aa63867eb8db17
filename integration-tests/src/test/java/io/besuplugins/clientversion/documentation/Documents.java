// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The repository's Markdown files. */
final class Documents {

  static final Path PROJECT = Path.of(System.getProperty("project.root"));

  private Documents() {}

  /** Those in the root directory and under {@code docs}. */
  static List<Path> all() {
    try (Stream<Path> root = Files.list(PROJECT);
        Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
      return Stream.concat(root, docs).filter(file -> file.toString().endsWith(".md")).toList();
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<String> lines(final Path document) {
    try {
      return Files.readAllLines(document);
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
