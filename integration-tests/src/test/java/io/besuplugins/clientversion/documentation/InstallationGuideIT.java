// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.documentation;

import static io.besuplugins.clientversion.dsl.process.InstalledProgram.DOCKER_COMPOSE;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.besuplugins.clientversion.dsl.node.Distribution;
import io.besuplugins.clientversion.dsl.process.EnabledIfInstalled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The blocks of docs/install.md, as far as they can be checked on this machine. */
class InstallationGuideIT {

  private static final String PLUGINS_IN_IMAGE = "/opt/besu/plugins";
  private static final Path GUIDE = Path.of(System.getProperty("project.root"), "docs/install.md");
  private static final Pattern ADDRESS =
      Pattern.compile("https://github\\.com/besuplugins/\\S+/releases/\\S+?\\.jar");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
  private static final Pattern OTHER_COMMAND =
      Pattern.compile("^docker |^kurtosis |^ADD |gh attestation");
  private static final Set<String> NOT_IN_FAKE = Set.of("--metrics-protocol", "--rpc-ws-api");

  @TempDir Path directory;

  static Stream<CodeBlock> yamlBlocks() throws IOException {
    return CodeBlock.of(GUIDE).stream().filter(block -> block.language().equals("yaml"));
  }

  static Stream<CodeBlock> composeBlocks() throws IOException {
    return yamlBlocks().filter(block -> block.yaml().has("services"));
  }

  @ParameterizedTest
  @MethodSource("yamlBlocks")
  void yamlParses(final CodeBlock block) {
    assertThat(block.yaml().isContainerNode()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("composeBlocks")
  @EnabledIfInstalled(DOCKER_COMPOSE)
  void dockerComposeAcceptsBlock(final CodeBlock block) throws Exception {
    final String service = block.yaml().get("services").fieldNames().next();
    final Path base =
        Files.writeString(
            directory.resolve("compose.yaml"),
            "services:\n  %s:\n    image: hyperledger/besu:26.8.0\n".formatted(service));
    final Path override = Files.writeString(directory.resolve("override.yaml"), block.text());

    final String configuration =
        String.join(
            "\n",
            DOCKER_COMPOSE.run(
                directory, "-f", base.toString(), "-f", override.toString(), "config"));

    assertThat(configuration)
        .contains(directory.resolve("plugins") + ":" + PLUGINS_IN_IMAGE + ":ro")
        .contains("image: hyperledger/besu:26.8.0");
  }

  @Test
  void helmValuesAgreeWithEachOther() throws IOException {
    final JsonNode values = CodeBlock.of(GUIDE, "Helm", "yaml").get(0).yaml();
    final JsonNode initContainer = values.at("/initContainers/0");

    assertThat(values.at("/extraVolumeMounts/0/mountPath").asText()).isEqualTo(PLUGINS_IN_IMAGE);
    assertThat(
            List.of(
                initContainer.at("/volumeMounts/0/name").asText(),
                values.at("/extraVolumeMounts/0/name").asText()))
        .containsOnly(values.at("/extraVolumes/0/name").asText());
    assertThat(initContainer.at("/command/2").asText())
        .startsWith("cd " + initContainer.at("/volumeMounts/0/mountPath").asText() + "\n");
  }

  @Test
  void kurtosisUsesTheImageThatIsBuilt() throws IOException {
    final JsonNode parameters = CodeBlock.of(GUIDE, "Kurtosis", "yaml").get(0).yaml();
    final String image = parameters.at("/participants/0/el_image").asText();

    assertThat(CodeBlock.of(GUIDE, "Kurtosis", "shell").get(0).text())
        .startsWith("docker build -t " + image + " .\n");
    assertThat(CodeBlock.of(GUIDE, "Kurtosis", "dockerfile").get(0).text())
        .contains(".jar " + PLUGINS_IN_IMAGE + "/\n");
  }

  @Test
  void everyBlockDownloadsTheSameRelease() throws IOException {
    final Set<String> addresses = matches(ADDRESS, Files.readString(GUIDE));

    final String address = assertThat(addresses).singleElement().actual();
    final String version = address.replaceFirst(".*-(\\d+\\.\\d+\\.\\d+)\\.jar", "$1");
    assertThat(address)
        .endsWith(
            "/releases/download/v%s/besu-client-version-plugin-%s.jar".formatted(version, version));
    final String built = System.getProperty("plugin.version");
    assertThat(built.endsWith("-SNAPSHOT") || built.equals(version))
        .as("version in docs/install.md while %s is built", built)
        .isTrue();
  }

  /** Older releases lack some of the options. */
  static Stream<Distribution> recentDistributions() {
    return Distribution.supported().filter(besu -> besu.isAtLeast("26.1.0"));
  }

  @ParameterizedTest
  @MethodSource("recentDistributions")
  void optionsAreOptionsOfBesu(final Distribution besu) throws IOException {
    final String guide =
        Files.readAllLines(GUIDE).stream()
            .filter(line -> !OTHER_COMMAND.matcher(line).find())
            .collect(joining("\n"));
    final Set<String> inGuide = matches(OPTION, guide);
    assertThat(inGuide).contains("--plugins", "--rpc-http-api").containsAll(NOT_IN_FAKE);
    if (besu.isFake()) {
      inGuide.removeAll(NOT_IN_FAKE);
    }
    final Path plugins = Files.createDirectory(directory.resolve("plugins"));
    Files.copy(Path.of(System.getProperty("plugin.jar")), plugins.resolve("plugin.jar"));

    final List<String> help = besu.run(plugins, "--help").lines();

    assertThat(matches(OPTION, String.join("\n", help))).containsAll(inGuide);
  }

  private static Set<String> matches(final Pattern pattern, final String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
