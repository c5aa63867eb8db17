// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Archives the loaded classes of a fake, which halves the time that later starts of it take. */
final class ClassDataArchive {

  private static final Path DIRECTORY = NodeDirectory.NODES.resolve("class-data").toAbsolutePath();
  private static final Set<Path> CREATED = new HashSet<>();

  private ClassDataArchive() {}

  /**
   * Returns the JVM option for the archive. If the fake was built since, a node is started first,
   * which writes the archive when it stops.
   */
  static synchronized String optionFor(final Distribution fake) {
    try {
      final Path jar = fake.home().resolve("lib/besu-" + fake.release() + ".jar");
      final String name = fake.release() + "-" + Files.getLastModifiedTime(jar).toMillis() + ".jsa";
      final Path archive = Files.createDirectories(DIRECTORY).resolve(name);
      if (!Files.exists(archive)) {
        if (!CREATED.add(archive)) {
          return "-XX:ArchiveClassesAtExit=" + archive;
        }
        NodeConfiguration.of(fake, Genesis.PROOF_OF_STAKE).withoutPlugin().start().stop();
      }
      return "-XX:SharedArchiveFile=" + archive;
    } catch (final IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
