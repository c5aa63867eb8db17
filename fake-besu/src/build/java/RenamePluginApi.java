// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Gives compiled classes the announced new names of Besu's plugin API.
 *
 * <p>Arguments: a properties file with the new names of types and methods, the directory of classes
 * to read, and the directory to write.
 */
final class RenamePluginApi extends Remapper {

  private final Properties names = new Properties();

  public static void main(final String... args) throws IOException {
    new RenamePluginApi(Path.of(args[0])).rename(Path.of(args[1]), Path.of(args[2]));
  }

  private RenamePluginApi(final Path table) throws IOException {
    try (Reader in = Files.newBufferedReader(table)) {
      names.load(in);
    }
  }

  @Override
  public String map(final String type) {
    return names.getProperty(type, type);
  }

  @Override
  public String mapMethodName(final String owner, final String name, final String descriptor) {
    return names.getProperty(name, name);
  }

  @Override
  public String mapInvokeDynamicMethodName(final String name, final String descriptor) {
    return names.getProperty(name, name);
  }

  private void rename(final Path from, final Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (final Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        final ClassReader in = new ClassReader(Files.readAllBytes(file));
        final ClassWriter out = new ClassWriter(0);
        in.accept(new ClassRemapper(out, this), 0);
        final Path renamed = to.resolve(map(in.getClassName()) + ".class");
        Files.createDirectories(renamed.getParent());
        Files.write(renamed, out.toByteArray());
      }
    }
  }
}
