package io.besuplugins.clientversion.standin.cli;

import io.besuplugins.clientversion.standin.http.HostAllowlist;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The engine port. */
public final class EngineOptions {

  @Spec(Target.MIXEE)
  private CommandSpec command;

  private HostAllowlist allowlist;

  @Option(
      names = "--engine-rpc-enabled",
      description = "enable the engine api, even in the absence of merge-specific configurations.")
  private Boolean enabled = false;

  @Option(
      names = {"--engine-rpc-port", "--engine-rpc-http-port"},
      paramLabel = "<PORT>",
      description = "Port to provide consensus client APIS on (default: ${DEFAULT-VALUE})",
      arity = "1")
  private Integer port = 8551;

  @Option(
      names = "--engine-jwt-secret",
      paramLabel = "<FILE>",
      description = "Path to file containing shared secret key for JWT signature verification")
  private Path secret;

  @Option(
      names = "--engine-jwt-disabled",
      description = "Disable authentication for Engine APIs (default: ${DEFAULT-VALUE})")
  private Boolean withoutTokens = false;

  @Option(
      names = "--engine-host-allowlist",
      paramLabel = "<hostname>[,<hostname>...]... or * or all",
      split = ",",
      description =
          "Comma separated list of hostnames to allow for ENGINE API access, or * to accept any host (default: ${DEFAULT-VALUE})",
      defaultValue = "localhost,127.0.0.1")
  private void setAllowlist(final List<String> hosts) {
    try {
      allowlist = HostAllowlist.of(hosts);
    } catch (final IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  /**
   * Whether the port is opened on any network, merge or not.
   *
   * @return whether it is
   */
  public boolean isEnabled() {
    return enabled;
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
   * Whether callers need no token.
   *
   * @return whether they need none
   */
  public boolean isWithoutTokens() {
    return withoutTokens;
  }

  /**
   * The file with the secret; one that does not exist counts as none, as in Besu.
   *
   * @return the file, if there is one
   */
  public Optional<Path> secret() {
    return Optional.ofNullable(secret).filter(Files::exists);
  }

  /**
   * Who is let in.
   *
   * @return the hosts
   */
  public HostAllowlist allowlist() {
    return allowlist;
  }
}
