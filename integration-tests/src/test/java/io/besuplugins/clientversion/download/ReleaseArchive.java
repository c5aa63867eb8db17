// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.taskdefs.Tar;
import org.apache.tools.ant.types.EnumeratedAttribute;

/** Packs distributions as Besu's releases are packed. */
final class ReleaseArchive {

  private ReleaseArchive() {}

  /**
   * Packs a directory.
   *
   * @param distribution a directory named {@code besu-VERSION}, which becomes the archive's only
   *     top-level entry
   * @param archive the {@code .tar.gz} to write, which must not exist
   * @return its content
   */
  static byte[] pack(final Path distribution, final Path archive) throws IOException {
    final Tar tar = new Tar();
    tar.setProject(new Project());
    tar.setDestFile(archive.toFile());
    tar.setBasedir(distribution.getParent().toFile());
    tar.setIncludes(distribution.getFileName() + "/**");
    tar.setCompression(
        (Tar.TarCompressionMethod)
            EnumeratedAttribute.getInstance(Tar.TarCompressionMethod.class, "gzip"));
    tar.execute();
    return Files.readAllBytes(archive);
  }

  /** The SHA-256 in hexadecimal digits. */
  static String sha256(final byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (final NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
