// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The public types, methods and constructors of class files, each as {@code type} or {@code
 * type.name} and descriptor. No class is loaded, so that class files of a newer Java can be read.
 */
record Signatures(SortedSet<String> all) {

  /**
   * Reads a directory of classes, a directory of jars, or a jar.
   *
   * @param prefix of the names of the types to read, with slashes
   */
  static Signatures of(final Path location, final String prefix) {
    final SortedSet<String> all = new TreeSet<>();
    try {
      for (final Path file : files(location)) {
        if (file.toString().endsWith(".jar")) {
          readJar(file, prefix, all);
        } else if (location.relativize(file).toString().replace('\\', '/').startsWith(prefix)) {
          readClass(Files.readAllBytes(file), all);
        }
      }
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException("No class of " + prefix + " in " + location);
    }
    return new Signatures(all);
  }

  /** The signatures that others do not contain. */
  SortedSet<String> missingFrom(final Signatures others) {
    final SortedSet<String> missing = new TreeSet<>(all);
    missing.removeAll(others.all);
    return missing;
  }

  private static List<Path> files(final Path location) throws IOException {
    if (!Files.isDirectory(location)) {
      return List.of(location);
    }
    try (Stream<Path> tree = Files.walk(location)) {
      return tree.filter(file -> file.toString().matches(".*\\.(jar|class)")).toList();
    }
  }

  private static void readJar(final Path file, final String prefix, final Set<String> all)
      throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      final List<? extends ZipEntry> entries =
          jar.stream()
              .filter(entry -> entry.getName().startsWith(prefix))
              .filter(entry -> entry.getName().endsWith(".class"))
              .toList();
      for (final ZipEntry entry : entries) {
        try (InputStream bytes = jar.getInputStream(entry)) {
          readClass(bytes.readAllBytes(), all);
        }
      }
    }
  }

  private static void readClass(final byte[] bytes, final Set<String> all) {
    new ClassReader(bytes)
        .accept(
            new PublicMembers(all),
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  private static final class PublicMembers extends ClassVisitor {

    private final Set<String> all;
    private String type;

    PublicMembers(final Set<String> all) {
      super(Opcodes.ASM9);
      this.all = all;
    }

    @Override
    public void visit(
        final int version,
        final int access,
        final String name,
        final String signature,
        final String superName,
        final String[] interfaces) {
      if (isPublic(access)) {
        type = name;
        all.add(name);
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
}
