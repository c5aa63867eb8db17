package io.besuplugins.clientversion.lodestar;

import io.besuplugins.clientversion.devnet.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A package as npm fetches it.
 *
 * @param file the compressed archive
 * @param integrity what it must be, as npm writes it: {@code sha512-} and the digest in Base64
 */
record Tarball(Path file, String integrity) {

  /**
   * Unpacks the package's compiled code into a directory.
   *
   * @throws IllegalStateException when the file is another than it must be; nothing is unpacked
   */
  void unpackInto(final Path directory) throws IOException, InterruptedException {
    final String found = "sha512-" + Base64.getEncoder().encodeToString(digest());
    if (!found.equals(integrity)) {
      throw new IllegalStateException(
          "%s is not the package that was agreed on: its integrity is %s and should be %s"
              .formatted(file.getFileName(), found, integrity));
    }
    new Program("tar")
        .run(
            directory,
            List.of(
                "-xzf", file.toAbsolutePath().toString(), "package/package.json", "package/lib"));
  }

  private byte[] digest() throws IOException {
    try {
      return MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file));
    } catch (final NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
