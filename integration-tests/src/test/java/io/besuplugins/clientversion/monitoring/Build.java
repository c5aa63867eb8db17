package io.besuplugins.clientversion.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where Prometheus and its tools write, kept under the build directory after they have ended. */
final class Build {

  private Build() {}

  static Path directory() throws IOException {
    return Files.createDirectories(Path.of(System.getProperty("devnet.build"), "prometheus"));
  }
}
