// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that the documentation names exist, and each claim in a table of proofs names one. */
class DocumentedTestsIT {

  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");

  @Test
  void namedTestsExist() throws IOException {
    final List<MatchResult> tests =
        Documents.all().stream()
            .flatMap(document -> Documents.lines(document).stream())
            .flatMap(line -> TEST.matcher(line).results())
            .toList();

    assertThat(tests).hasSizeGreaterThan(20);
    for (final MatchResult test : tests) {
      final String source = source(test.group(1));
      if (test.group(2) != null) {
        assertThat(source).as(test.group()).containsPattern(" " + test.group(2) + "( =|\\()");
      }
    }
  }

  @Test
  void claimsNameTests() {
    final List<String> claims =
        Documents.all().stream().flatMap(document -> claims(document).stream()).toList();

    assertThat(claims).hasSizeGreaterThan(10).allMatch(claim -> TEST.matcher(claim).find());
  }

  /** The rows of tables whose last column is headed {@code shown by}. */
  private static List<String> claims(final Path document) {
    final List<String> claims = new ArrayList<>();
    boolean isInProofs = false;
    for (final String line : Documents.lines(document)) {
      if (!line.startsWith("|")) {
        isInProofs = false;
      } else if (line.endsWith("| shown by |")) {
        isInProofs = true;
      } else if (isInProofs && !line.startsWith("|---")) {
        claims.add(line);
      }
    }
    return claims;
  }

  private static String source(final String testClass) throws IOException {
    for (final String module : List.of("plugin", "integration-tests")) {
      try (Stream<Path> sources =
          Files.walk(Documents.PROJECT.resolve(module).resolve("src/test/java"))) {
        final var source = sources.filter(file -> file.endsWith(testClass + ".java")).findAny();
        if (source.isPresent()) {
          return Files.readString(source.get());
        }
      }
    }
    throw new AssertionError("There is no " + testClass);
  }
}
