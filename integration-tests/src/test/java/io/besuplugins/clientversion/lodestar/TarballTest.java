package io.besuplugins.clientversion.lodestar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is fetched is only unpacked when it is what was agreed on. */
class TarballTest {

  /** Of the three letters {@code abc}, which are no archive: the example of FIPS 180-4. */
  private static final String INTEGRITY =
      "sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==";

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void fetch() throws IOException {
    file = Files.writeString(directory.resolve("fetched.tgz"), "abc");
  }

  @Test
  void isRefusedWhenItIsAnother() throws IOException {
    Files.writeString(file, "abd");

    assertThatIllegalStateException()
        .isThrownBy(() -> new Tarball(file, INTEGRITY).unpackInto(directory))
        .withMessageStartingWith(
            "fetched.tgz is not the package that was agreed on: its integrity is sha512-")
        .withMessageEndingWith(" and should be " + INTEGRITY);
    assertThat(directory).isDirectoryContaining("glob:**fetched.tgz");
    assertThat(directory.resolve("package")).doesNotExist();
  }

  @Test
  void isUnpackedWhenItIsThatOne() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Tarball(file, INTEGRITY).unpackInto(directory))
        .withMessageStartingWith("tar ended with status ");
  }
}
