package io.besuplugins.clientversion.execution;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.regex.Pattern;

/** The execution client that the plugin runs in: Besu, code {@code BU}. */
public final class ExecutionClient {

  private static final String UNKNOWN_VERSION = "UNKNOWN";

  /**
   * Lighthouse, Teku and Grandine throw the whole answer away when the commit is anything but eight
   * hex digits, so a word will not do where the commit is unknown.
   */
  private static final String UNKNOWN_COMMIT = "00000000";

  /** Of the releases that do not carry theirs: Besu's manifests have it from 24.9.0 on. */
  private static final Map<String, String> COMMITS =
      Map.of(
          "24.4.0", "34fc5eed",
          "24.5.0", "a016e597",
          "24.5.1", "f1d3a7d5",
          "24.5.2", "0cca642b",
          "24.5.3", "8425b1e8",
          "24.5.4", "8425b1e8",
          "24.6.0", "c3f7f876",
          "24.7.0", "3a73dccd",
          "24.7.1", "51bb6c78",
          "24.8.0", "ac9f8bbd");

  private static final Pattern COMMIT_HASH = Pattern.compile("\\p{XDigit}{8,}");

  private ExecutionClient() {}

  /**
   * The identity that a build's metadata give: the version as Besu itself says it, without a {@code
   * v}, and the first eight digits of the commit, in lower case and without {@code 0x}.
   *
   * @param build of one of Besu's own jars
   */
  public static ClientVersion besu(final Attributes build) {
    final String version =
        Objects.requireNonNullElse(
            build.getValue(Attributes.Name.IMPLEMENTATION_VERSION), UNKNOWN_VERSION);
    final String commit = Objects.requireNonNullElse(build.getValue("Commit-Hash"), "");
    return new ClientVersion(
        "BU",
        "Besu",
        version,
        COMMIT_HASH.matcher(commit).matches()
            ? commit.substring(0, 8).toLowerCase(Locale.ROOT)
            : COMMITS.getOrDefault(version, UNKNOWN_COMMIT));
  }
}
