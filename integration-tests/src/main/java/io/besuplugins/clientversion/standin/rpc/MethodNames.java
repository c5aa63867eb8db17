package io.besuplugins.clientversion.standin.rpc;

import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.release.Span;
import io.besuplugins.clientversion.standin.release.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of the methods that a Besu release has built in, switched on or not. */
public final class MethodNames {

  private final Set<String> names;

  private MethodNames(final Set<String> names) {
    this.names = names;
  }

  /**
   * The names that a release knows.
   *
   * @param release the release
   * @return its names
   */
  public static MethodNames of(final Release release) {
    try (InputStream table = MethodNames.class.getResourceAsStream("method-names.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return new MethodNames(
          lines
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(Entry::read)
              .filter(entry -> entry.span().contains(release.version()))
              .map(Entry::name)
              .collect(Collectors.toCollection(LinkedHashSet::new)));
    } catch (final IOException e) {
      throw new UncheckedIOException("Cannot read the table of method names", e);
    }
  }

  /**
   * Whether the release knows a name.
   *
   * @param name a method's full name
   * @return whether it does
   */
  public boolean contains(final String name) {
    return names.contains(name);
  }

  /**
   * What {@code engine_exchangeCapabilities} lists: every engine method the release knows, whatever
   * the network, but for itself and the debugging one.
   *
   * @return the names in Besu's order
   */
  public List<String> capabilities() {
    return names.stream()
        .filter(name -> name.startsWith("engine_"))
        .filter(name -> !name.equals("engine_exchangeCapabilities"))
        .filter(name -> !name.equals("engine_preparePayload_debug"))
        .toList();
  }

  private record Entry(String name, Span span) {

    static Entry read(final String line) {
      final List<String> words = List.of(line.split(" "));
      final String since = wordAfter("since", words);
      final String until = wordAfter("until", words);
      final Span always = Span.always();
      return new Entry(
          words.get(0),
          new Span(
              since == null ? always.since() : Version.of(since),
              until == null ? always.until() : Version.of(until)));
    }

    private static String wordAfter(final String keyword, final List<String> words) {
      final int at = words.indexOf(keyword);
      return at < 0 ? null : words.get(at + 1);
    }
  }
}
