package io.besuplugins.clientversion.standin.cli;

import io.besuplugins.clientversion.standin.http.HostAllowlist;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The HTTP port. */
public final class HttpOptions {

  @Spec(Target.MIXEE)
  private CommandSpec command;

  private HostAllowlist allowlist;

  @Option(
      names = "--rpc-http-enabled",
      description = "Set to start the JSON-RPC HTTP service (default: ${DEFAULT-VALUE})")
  private Boolean enabled = false;

  @Option(
      names = "--rpc-http-host",
      paramLabel = "<HOST>",
      description = "Host for JSON-RPC HTTP to listen on (default: ${DEFAULT-VALUE})",
      arity = "1")
  private String host = "127.0.0.1";

  @Option(
      names = "--rpc-http-port",
      paramLabel = "<PORT>",
      description = "Port for JSON-RPC HTTP to listen on (default: ${DEFAULT-VALUE})",
      arity = "1")
  private Integer port = 8545;

  @Option(
      names = {"--rpc-http-api", "--rpc-http-apis"},
      paramLabel = "<api name>",
      split = " {0,1}, {0,1}",
      arity = "1..*",
      description =
          "Comma separated list of APIs to enable on JSON-RPC HTTP service (default: ${DEFAULT-VALUE})")
  private List<String> apis = new ArrayList<>(List.of("ETH", "NET", "WEB3"));

  @Option(
      names = {"--host-allowlist"},
      paramLabel = "<hostname>[,<hostname>...]... or * or all",
      split = ",",
      description =
          "Comma separated list of hostnames to allow for RPC access, or * to accept any host (default: ${DEFAULT-VALUE})",
      defaultValue = "localhost,127.0.0.1")
  private void setAllowlist(final List<String> hosts) {
    try {
      allowlist = HostAllowlist.of(hosts);
    } catch (final IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  /**
   * Whether the port is opened.
   *
   * @return whether it is
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
   * The APIs that the operator named.
   *
   * @return the APIs, each once
   */
  public List<String> apis() {
    return apis.stream().distinct().toList();
  }

  /**
   * Who is let in, to the port for metrics as well.
   *
   * @return the hosts
   */
  public HostAllowlist allowlist() {
    return allowlist;
  }
}
