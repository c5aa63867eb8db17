package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What SECURITY.md claims has the tests that it names. */
class SecurityIT {

  private static final Path PROJECT = Path.of(System.getProperty("project.root"));
  private static final Path DOCUMENT = PROJECT.resolve("SECURITY.md");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

  @Test
  void testsThatAreNamedExist() throws IOException {
    final List<MatchResult> tests = TEST.matcher(Files.readString(DOCUMENT)).results().toList();

    assertThat(tests)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            test ->
                assertThat(sourceOf(test.group(1)))
                    .containsPattern(" " + test.group(2) + "( =|\\()"));
  }

  @Test
  void everyClaimInATableOfProofsNamesATest() throws IOException {
    final List<String> claims = new ArrayList<>();
    boolean inProofs = false;
    for (final String line : Files.readAllLines(DOCUMENT)) {
      if (!line.startsWith("|")) {
        inProofs = false;
      } else if (line.endsWith("| shown by |")) {
        inProofs = true;
      } else if (inProofs && !line.startsWith("|---")) {
        claims.add(line);
      }
    }

    assertThat(claims).hasSizeGreaterThan(10).allMatch(claim -> TEST.matcher(claim).find());
  }

  private static String sourceOf(final String testClass) {
    for (final String module : List.of("plugin", "integration-tests")) {
      try (Stream<Path> sources = Files.walk(PROJECT.resolve(module).resolve("src/test/java"))) {
        final var source = sources.filter(file -> file.endsWith(testClass + ".java")).findAny();
        if (source.isPresent()) {
          return Files.readString(source.get());
        }
      } catch (final IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    throw new AssertionError("There is no " + testClass);
  }
}
