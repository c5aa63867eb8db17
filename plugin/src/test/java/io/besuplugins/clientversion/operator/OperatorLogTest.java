package io.besuplugins.clientversion.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.besuplugins.clientversion.LogLines;
import io.besuplugins.clientversion.identification.ClientVersion;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class OperatorLogTest {

  private static final ClientVersion BESU = new ClientVersion("BU", "Besu", "24.8.0", "ac9f8bbd");
  private static final ClientVersion LIGHTHOUSE =
      new ClientVersion("LH", "Lighthouse", "v5.3.0-0dd215c", "0dd215c2");
  private static final ClientVersion TEKU = new ClientVersion("TK", "teku", "v26.8.0", "87fa8ca7");

  private final LogLines lines = LogLines.of(OperatorLogTest.class, Level.DEBUG);
  private final OperatorLog log = new OperatorLog(LoggerFactory.getLogger(OperatorLogTest.class));

  @AfterEach
  void stopListening() {
    lines.close();
  }

  @Test
  void saysHowItMeetsTheMethod() {
    for (final Mode mode : Mode.values()) {
      log.started("engine_getClientVersionV1", new PluginStatus(BESU, "0.1.0", mode));
    }

    assertThat(lines.soFar())
        .containsExactly(
            "INFO engine_getClientVersionV1 is answered by this plugin (version 0.1.0) as Besu"
                + " 24.8.0 (BU, commit ac9f8bbd)",
            "INFO engine_getClientVersionV1 is observed by this plugin (version 0.1.0) and answered"
                + " by Besu 24.8.0 (BU, commit ac9f8bbd)",
            "INFO engine_getClientVersionV1 is left alone by this plugin (version 0.1.0) on Besu"
                + " 24.8.0 (BU, commit ac9f8bbd)");
  }

  @Test
  void namesTheFirstClient() {
    log.firstSeen(LIGHTHOUSE);

    assertThat(lines.soFar())
        .containsExactly("INFO Consensus client: Lighthouse v5.3.0-0dd215c (LH, commit 0dd215c2)");
  }

  @Test
  void saysWhatAClientLeavesOut() {
    log.firstSeen(new ClientVersion("LS", "", "", ""));
    log.firstSeen(new ClientVersion("", "", "1", ""));

    assertThat(lines.soFar())
        .containsExactly(
            "INFO Consensus client: lodestar without version (LS, no commit)",
            "INFO Consensus client: unnamed client 1 (no code, no commit)");
  }

  @Test
  void namesBothSidesOfAChange() {
    log.upgraded(LIGHTHOUSE, new ClientVersion("LH", "Lighthouse", "v8.1.3", "67da0321"));
    log.tookOver(LIGHTHOUSE, TEKU);

    assertThat(lines.soFar())
        .containsExactly(
            "INFO Consensus client upgraded: from Lighthouse v5.3.0-0dd215c (LH, commit 0dd215c2)"
                + " to Lighthouse v8.1.3 (LH, commit 67da0321)",
            "INFO Consensus client changed: teku v26.8.0 (TK, commit 87fa8ca7) took over from"
                + " Lighthouse v5.3.0-0dd215c (LH, commit 0dd215c2)");
  }

  @Test
  void namesClientsThatTakeTurns() {
    log.takeTurns(List.of(LIGHTHOUSE, TEKU));

    assertThat(lines.soFar())
        .containsExactly(
            "INFO Several consensus clients call this node in turn, which is not logged again while"
                + " they do: Lighthouse v5.3.0-0dd215c (LH, commit 0dd215c2); teku v26.8.0 (TK,"
                + " commit 87fa8ca7)");
  }

  @Test
  void namesTheLatestEightOfManyClientsThatTakeTurns() {
    log.takeTurns(
        IntStream.range(0, 10)
            .mapToObj(i -> new ClientVersion("LH", "Lighthouse", "v" + i, ""))
            .toList());

    assertThat(lines.soFar().get(0))
        .contains("they do: Lighthouse v2 (LH, no commit); Lighthouse v3")
        .endsWith("Lighthouse v9 (LH, no commit); and 2 more");
  }

  @Test
  void speaksOfNoOthersWhereEightClientsTakeTurns() {
    log.takeTurns(
        IntStream.range(0, 8)
            .mapToObj(i -> new ClientVersion("LH", "Lighthouse", "v" + i, ""))
            .toList());

    assertThat(lines.soFar().get(0))
        .contains("they do: Lighthouse v0")
        .endsWith("Lighthouse v7 (LH, no commit)");
  }

  @Test
  void notesAnUnlistedCodeWithTheWholeIdentity() {
    log.unlistedCode(new ClientVersion("RS", "rpc-snooper", "v0.0.0", "00000000"));

    assertThat(lines.soFar())
        .containsExactly(
            "INFO Client code RS is not on the Engine API's list of client codes: rpc-snooper"
                + " v0.0.0 (RS, commit 00000000)");
  }

  @Test
  void sumsUpAFlood() {
    log.flood(1970);

    assertThat(lines.soFar())
        .containsExactly(
            "INFO Too many consensus clients never seen before within a minute to name each: 1970"
                + " not named so far");
  }

  @Test
  void keepsWhatRepeatsToDebug() {
    log.calledAgain(LIGHTHOUSE);
    log.calledAnonymously();
    log.calledUnreadably("params[0].code must be a string, not a number");
    log.refused("params[0] must be a ClientVersionV1 object, not a string");

    assertThat(lines.soFar())
        .containsExactly(
            "DEBUG Consensus client called again: Lighthouse v5.3.0-0dd215c (LH, commit 0dd215c2)",
            "DEBUG A consensus client called without saying who it is",
            "DEBUG A consensus client did not say who it is: params[0].code must be a string, not a"
                + " number",
            "DEBUG Refused a call of a consensus client: params[0] must be a ClientVersionV1"
                + " object, not a string");
  }

  @Test
  void warnsOfWhatIsMissing() {
    log.missingService("RpcEndpointService", "engine_getClientVersionV1 stays unanswered");
    log.failed("meet the Engine API", new IllegalStateException("no"));

    assertThat(lines.soFar())
        .containsExactly(
            "WARN Besu offers no RpcEndpointService: engine_getClientVersionV1 stays unanswered",
            "WARN The client version plugin failed to meet the Engine API; the node goes on");
  }

  @Test
  void warnsInOneLineOfWhatItCannotKnowOrDo() {
    final Exception cause = new ClassNotFoundException("org.hyperledger.besu.Elsewhere");
    log.inDoubt("engine_getClientVersionV1", cause);
    log.cannotObserve(cause);
    log.servedWithoutToken("engine_getClientVersionV1");

    assertThat(lines.soFar().stream().filter(line -> line.startsWith("WARN")))
        .containsExactly(
            "WARN Whether Besu answers engine_getClientVersionV1 by itself cannot be told, so it is"
                + " left to Besu: java.lang.ClassNotFoundException: org.hyperledger.besu.Elsewhere",
            "WARN Consensus clients are not noted on this node: java.lang.ClassNotFoundException:"
                + " org.hyperledger.besu.Elsewhere",
            "WARN engine_getClientVersionV1 is served without a JWT, because --rpc-http-api or"
                + " --rpc-ws-api names ENGINE: take ENGINE out there, consensus clients use the"
                + " engine port");
  }

  @Test
  void warnsOnceOfTheSameFailure() {
    log.failed("note a caller", new IllegalStateException("first"));
    log.failed("note a caller", new IllegalStateException("second"));
    log.failed("put the log back", new IllegalStateException("third"));

    assertThat(lines.soFar())
        .containsExactly(
            "WARN The client version plugin failed to note a caller; the node goes on",
            "DEBUG The client version plugin failed again to note a caller",
            "WARN The client version plugin failed to put the log back; the node goes on");
  }

  @Test
  void tellsAFailureWithoutThrowingWhereTheLogThrows() {
    final Logger broken = mock(Logger.class);
    final IllegalStateException full = new IllegalStateException("disk full");
    doThrow(full).when(broken).warn(anyString(), any(), any());
    final Exception failure = new Exception("no");

    new OperatorLog(broken).failed("note a caller", failure);

    assertThat(failure).hasSuppressedException(full);
  }
}
