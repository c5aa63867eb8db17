// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * Reads the public types, methods and constructors of class files, each as {@code type} or {@code
 * type.name} and descriptor. No class is loaded, so that class files of a newer Java can be read.
 */
final class Signatures {

  private Signatures() {}

  /**
   * Reads a directory of classes or of jars.
   *
   * @param types the prefix of the names of the types to read, with slashes
   */
  static SortedSet<String> of(final Path directory, final String types) {
    final SortedSet<String> signatures = new TreeSet<>();
    try {
      readClasses(directory, types, signatures);
      for (final Path jar : files(directory, "", ".jar")) {
        try (FileSystem classes = FileSystems.newFileSystem(jar)) {
          readClasses(classes.getPath("/"), types, signatures);
        }
      }
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    if (signatures.isEmpty()) {
      throw new IllegalArgumentException("No class of " + types + " in " + directory);
    }
    return signatures;
  }

  private static void readClasses(
      final Path root, final String types, final SortedSet<String> signatures) throws IOException {
    for (final Path file : files(root, types, ".class")) {
      final ClassNode type = new ClassNode();
      new ClassReader(Files.readAllBytes(file)).accept(type, ClassReader.SKIP_CODE);
      if (isPublic(type.access)) {
        signatures.add(type.name);
        type.methods.stream()
            .filter(method -> isPublic(method.access))
            .forEach(method -> signatures.add(type.name + "." + method.name + method.desc));
      }
    }
  }

  private static List<Path> files(final Path root, final String prefix, final String ending)
      throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(file -> file.toString().endsWith(ending))
          .filter(file -> root.relativize(file).toString().startsWith(prefix))
          .toList();
    }
  }

  private static boolean isPublic(final int access) {
    return (access & Opcodes.ACC_PUBLIC) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0;
  }
}
