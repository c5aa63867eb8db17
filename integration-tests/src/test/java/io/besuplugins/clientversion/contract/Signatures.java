// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Reads the public types, methods and constructors of class files, each as {@code type} or {@code
 * type.name} and descriptor. No class is loaded, so that class files of a newer Java can be read.
 */
final class Signatures extends ClassVisitor {

  private final SortedSet<String> all = new TreeSet<>();
  private String type;

  private Signatures() {
    super(Opcodes.ASM9);
  }

  /**
   * Reads a directory of classes or of jars.
   *
   * @param types the prefix of the names of the types to read, with slashes
   */
  static SortedSet<String> of(final Path directory, final String types) {
    final Signatures signatures = new Signatures();
    try (Stream<Path> tree = Files.walk(directory)) {
      signatures.readClasses(directory, types);
      for (final Path jar : tree.filter(file -> file.toString().endsWith(".jar")).toList()) {
        try (FileSystem classes = FileSystems.newFileSystem(jar)) {
          signatures.readClasses(classes.getPath("/"), types);
        }
      }
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    if (signatures.all.isEmpty()) {
      throw new IllegalArgumentException("No class of " + types + " in " + directory);
    }
    return signatures.all;
  }

  private void readClasses(final Path root, final String types) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      for (final Path file : tree.filter(each -> each.toString().endsWith(".class")).toList()) {
        if (root.relativize(file).toString().replace('\\', '/').startsWith(types)) {
          new ClassReader(Files.readAllBytes(file)).accept(this, ClassReader.SKIP_CODE);
        }
      }
    }
  }

  @Override
  public void visit(
      final int version,
      final int access,
      final String name,
      final String signature,
      final String superName,
      final String[] interfaces) {
    type = isPublic(access) ? name : null;
    if (type != null) {
      all.add(type);
    }
  }

  @Override
  public MethodVisitor visitMethod(
      final int access,
      final String name,
      final String descriptor,
      final String signature,
      final String[] exceptions) {
    if (type != null && isPublic(access)) {
      all.add(type + "." + name + descriptor);
    }
    return null;
  }

  private static boolean isPublic(final int access) {
    return (access & Opcodes.ACC_PUBLIC) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0;
  }
}
