package io.besuplugins.clientversion.standin.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The port for metrics. */
public final class MetricsOptions {

  @Option(
      names = "--metrics-enabled",
      description = "Set to start the metrics exporter (default: ${DEFAULT-VALUE})")
  private Boolean enabled = false;

  @Option(
      names = "--metrics-host",
      paramLabel = "<HOST>",
      description = "Host for the metrics exporter to listen on (default: ${DEFAULT-VALUE})",
      arity = "1")
  private String host = "127.0.0.1";

  @Option(
      names = "--metrics-port",
      paramLabel = "<PORT>",
      description = "Port for the metrics exporter to listen on (default: ${DEFAULT-VALUE})",
      arity = "1")
  private Integer port = 9545;

  @Option(
      names = {"--metrics-category", "--metrics-categories"},
      paramLabel = "<category name>",
      split = ",",
      arity = "1..*",
      description = "Comma separated list of categories to track metrics for")
  private List<String> categories = new ArrayList<>();

  /**
   * Whether metrics are kept and the port is opened.
   *
   * @return whether they are
   */
  public boolean isEnabled() {
    return enabled;
  }

  /**
   * The host to listen on.
   *
   * @return the host
   */
  public String host() {
    return host;
  }

  /**
   * The port to listen on.
   *
   * @return the port
   */
  public int port() {
    return port;
  }

  /**
   * The categories that the operator named.
   *
   * @return the names, or none for the default
   */
  public List<String> categories() {
    return List.copyOf(categories);
  }
}
