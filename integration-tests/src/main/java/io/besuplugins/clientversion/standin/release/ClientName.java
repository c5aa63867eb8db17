package io.besuplugins.clientversion.standin.release;

import java.util.Locale;

/** What {@code web3_clientVersion} and {@code --version} say, in the form of Besu's. */
public final class ClientName {

  private ClientName() {}

  /**
   * The client's name.
   *
   * @param version the release
   * @return such as {@code besu/v24.8.0/linux-x86_64/openjdk-java-21}
   */
  public static String of(final Version version) {
    return "besu/v%s/%s-%s/%s-java-%s"
        .formatted(
            version,
            System.getProperty("os.name").toLowerCase(Locale.ROOT).replace("mac os x", "osx"),
            architecture(),
            virtualMachine(),
            System.getProperty("java.specification.version"));
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "aarch_64";
      default -> System.getProperty("os.arch");
    };
  }

  private static String virtualMachine() {
    final String name = System.getProperty("java.vm.name").toLowerCase(Locale.ROOT);
    return name.contains("openjdk") ? "openjdk" : name.replaceAll("[^a-z0-9]+", "-");
  }
}
