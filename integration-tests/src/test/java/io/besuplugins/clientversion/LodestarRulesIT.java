package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.devnet.AnswerReader;
import io.besuplugins.clientversion.devnet.Secret;
import io.besuplugins.clientversion.lodestar.CannedEnginePort;
import io.besuplugins.clientversion.lodestar.CommandLine;
import io.besuplugins.clientversion.lodestar.EngineClient;
import io.besuplugins.clientversion.lodestar.EngineClients;
import io.besuplugins.clientversion.lodestar.NodeJsProgram;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules that {@link AnswerReader#LODESTAR} has written down, held against the code of Lodestar
 * 1.44.0's engine client: it gets answers that no node gives.
 */
@EnabledIf(
    value = "io.besuplugins.clientversion.lodestar.NodeJsProgram#areInstalled",
    disabledReason = NodeJsProgram.INSTALLATION)
class LodestarRulesIT {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String HEAD = "0x" + "5".repeat(64);

  @AutoClose private static EngineClients lodestar;

  @BeforeAll
  static void start() throws Exception {
    lodestar = EngineClients.start();
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
        "[{'code':'BU','name':'Besu','version':'1','commit':7}]",
        "[{'code':'BU','name':'Besu','version':'1'}]",
        "{'code':'BU','name':'Besu','version':'1','commit':'ac9f8bbd'}",
        "[null]",
        "[]",
        "null"
      })
  void areThoseOfItsCode(final String answer) throws IOException {
    final String json = answer.replace('\'', '"');
    try (CannedEnginePort port = CannedEnginePort.answering(json);
        EngineClient client =
            lodestar.drive(port.address(), Secret.random(), CommandLine.PLAIN, HEAD)) {
      await("Lodestar has read " + json)
          .atMost(LIMIT)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> client.log().stream().anyMatch(line -> line.startsWith("debug | ")));
      assertThat(client.graffiti())
          .isEqualTo(executionPart(new ObjectMapper().readTree(json)) + "LSe3d7");
    }
  }

  private static String executionPart(final JsonNode answer) {
    try {
      return AnswerReader.LODESTAR.read(answer).replaceFirst(".*, graffiti ", "");
    } catch (final IllegalArgumentException rejected) {
      return "";
    }
  }
}
