// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.besuplugins.clientversion.devnet.SharedNodes;
import io.besuplugins.clientversion.devnet.client.ClientResponseParser;
import io.besuplugins.clientversion.devnet.client.ClientVersionRequest;
import io.besuplugins.clientversion.devnet.node.Node;
import io.besuplugins.clientversion.devnet.node.NodeConfiguration;
import io.besuplugins.clientversion.devnet.node.NodeSource;
import io.besuplugins.clientversion.devnet.node.NodeSource.Selection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The requests of all known callers, and what each consensus client makes of the response. */
@ParameterizedClass(name = "{0}")
@NodeSource(Selection.ALL)
class KnownClientsIT {

  @Parameter NodeConfiguration configuration;
  private Node node;

  @BeforeEach
  void start() {
    node = SharedNodes.get(configuration);
  }

  @ParameterizedTest
  @EnumSource
  void areAnsweredAndLogged(final ClientVersionRequest request) {
    final List<String> before = node.log().pluginLines();

    assertThat(request.sendTo(node).result().findValuesAsText("code")).containsExactly("BU");

    final List<String> after = node.log().pluginLines();
    if (request.identity().isPresent()) {
      final String identity = request.identity().get();
      assertThat(after).anyMatch(line -> line.contains(" INFO ") && line.contains(identity));
    } else {
      assertThat(after).isEqualTo(before);
    }
    request.sendTo(node);
    assertThat(node.log().pluginLines()).isEqualTo(after);
  }

  @ParameterizedTest
  @EnumSource(names = {"RPC_SNOOPER", "TEST_RUNNER"})
  void areReportedOnceIfTheirCodeIsNotListed(final ClientVersionRequest request) {
    request.sendTo(node);

    assertThat(node.log().pluginMessages())
        .filteredOn(line -> line.endsWith(" list of client codes: " + request.identity().get()))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "LIGHTHOUSE | cached: BU Besu RELEASE COMMIT, graffiti GRAFFITI",
        "TEKU       | log: Execution Client version: Besu RELEASE, graffiti GRAFFITI",
        "PRYSM      | /eth/v2/node/version: BU Besu RELEASE COMMIT, graffiti GRAFFITI",
        "LODESTAR   | cached: BU Besu RELEASE COMMIT, graffiti GRAFFITI",
        "GRANDINE   | log: updated client version: BU Besu RELEASE COMMIT, graffiti GRAFFITI",
        "CAPLIN     | graffiti GRAFFITI",
        "NIMBUS     | read: BU Besu RELEASE COMMIT",
        "BEACON_KIT | gauge: eth_name=\"Besu\" eth_version=\"RELEASE\""
      })
  void parseTheResponse(final ClientResponseParser client, final String expected) {
    final String commit = configuration.distribution().commit();

    final String outcome = parse(client, client.request().sendTo(node).result());

    if (configuration.isAnsweredWithBareObject()) {
      assertThat(outcome).startsWith("rejected: not an array");
    } else {
      assertThat(outcome)
          .isEqualTo(
              expected
                  .replace("RELEASE", configuration.distribution().release())
                  .replace("COMMIT", commit)
                  .replace("GRAFFITI", "BU" + commit.substring(0, 4)));
    }
  }

  private static String parse(final ClientResponseParser client, final JsonNode result) {
    try {
      return client.parse(result);
    } catch (final IllegalArgumentException rejection) {
      return "rejected: " + rejection.getMessage();
    }
  }
}
