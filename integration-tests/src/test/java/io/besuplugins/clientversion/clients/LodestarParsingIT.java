// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.devnet.client.ClientResponseParser;
import io.besuplugins.clientversion.devnet.client.lodestar.FixedResponseServer;
import io.besuplugins.clientversion.devnet.client.lodestar.LodestarEngineClient;
import io.besuplugins.clientversion.devnet.client.lodestar.LodestarOptions;
import io.besuplugins.clientversion.devnet.client.lodestar.LodestarProcess;
import io.besuplugins.clientversion.devnet.process.InstalledProgram;
import io.besuplugins.clientversion.devnet.rpc.JwtSecret;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares {@link ClientResponseParser#LODESTAR} with the code of Lodestar's engine client. */
@EnabledIf(
    value =
        "io.besuplugins.clientversion.devnet.process.InstalledProgram#areNodeJsProgramsInstalled",
    disabledReason = InstalledProgram.NODE_JS_MISSING)
class LodestarParsingIT {

  private static final String HEAD = "0x" + "5".repeat(64);

  @AutoClose private static LodestarProcess lodestar;

  @BeforeAll
  static void start() throws Exception {
    lodestar = LodestarProcess.start();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'code':'BU','name':'Besu','version':'1','commit':'ac9f8bbd'}]",
        "[{'code':'BU','name':'Besu','version':'1','commit':'0xac9f8bbd'}]",
        "[{'code':'BU','name':'Besu','version':'1','commit':'unknown'}]",
        "[{'code':'BU','name':'Besu','version':'1','commit':''}]",
        "[{'code':'QQ','name':'Besu','version':'1','commit':'ac9f8bbd'}]",
        "[{'code':'BU','commit':'ac9f8bbd'},{'code':'NM','commit':'00000000'}]",
        "[{'code':'BU','name':'Besu','version':'1','commit':null}]",
        "[{'code':'BU','name':'Besu','version':'1'}]",
        "{'code':'BU','name':'Besu','version':'1','commit':'ac9f8bbd'}",
        "[]",
        "null"
      })
  void parserAgreesWithLodestar(final String result) throws IOException {
    final String json = result.replace('\'', '"');
    try (FixedResponseServer server = new FixedResponseServer(json);
        LodestarEngineClient client =
            lodestar.drive(server.url(), JwtSecret.random(), LodestarOptions.DEFAULT, HEAD)) {
      await("Lodestar has parsed " + json)
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(50))
          .until(() -> client.log().stream().anyMatch(line -> line.startsWith("debug | ")));
      assertThat(client.graffiti())
          .isEqualTo(graffitiOfExecutionClient(new ObjectMapper().readTree(json)) + "LSe3d7");
    }
  }

  private static String graffitiOfExecutionClient(final JsonNode result) {
    try {
      return ClientResponseParser.LODESTAR.parse(result).replaceFirst(".*, graffiti ", "");
    } catch (final IllegalArgumentException rejected) {
      return "";
    }
  }
}
