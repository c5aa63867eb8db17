package io.besuplugins.clientversion.devnet;

import java.util.List;
import java.util.stream.Stream;

/**
 * What Prometheus reads from a node at one moment.
 *
 * @param lines in Prometheus' text format
 */
public record Scrape(List<String> lines) {

  /** Scrapes that node now. */
  public static Scrape of(final Node node) {
    return new Scrape(JsonRpc.without(node.metricsPort()).get().body().lines().toList());
  }

  /** The lines of that metric, one for each set of labels. */
  public List<String> series(final String name) {
    return lines.stream().filter(line -> line.matches(name + "[ {].*")).toList();
  }

  /**
   * The value of the one series that has all these labels' values.
   *
   * @throws AssertionError when there is none; the value is not a number when there are several
   */
  public double value(final String name, final String... labels) {
    return series(name).stream()
        .filter(line -> Stream.of(labels).allMatch(value -> line.contains("\"" + value + "\"")))
        .mapToDouble(Scrape::valueOf)
        .reduce((one, another) -> Double.NaN)
        .orElseThrow(() -> new AssertionError("no " + name + " " + List.of(labels)));
  }

  /** The values of all series of that metric, added up. */
  public double sum(final String name) {
    return series(name).stream().mapToDouble(Scrape::valueOf).sum();
  }

  private static double valueOf(final String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }
}
