// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.besuplugins.clientversion.LogCaptor;
import io.besuplugins.clientversion.identification.ClientVersion;
import io.besuplugins.clientversion.operator.PluginStatus.Mode;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class OperatorLogTest {

  private static final String METHOD = "engine_getClientVersionV1";
  private static final ClientVersion BESU = new ClientVersion("BU", "Besu", "24.8.0", "ac9f8bbd");
  private static final ClientVersion LIGHTHOUSE =
      new ClientVersion("LH", "Lighthouse", "v5.3.0", "0dd215c2");
  private static final ClientVersion TEKU = new ClientVersion("TK", "teku", "v26.8.0", "87fa8ca7");

  private final LogCaptor captor = LogCaptor.of(OperatorLogTest.class, Level.DEBUG);
  private final OperatorLog log = new OperatorLog(LoggerFactory.getLogger(OperatorLogTest.class));

  @AfterEach
  void stopCapturing() {
    captor.close();
  }

  @Test
  void logsTheModeAtStart() {
    for (final Mode mode : Mode.values()) {
      log.started(METHOD, new PluginStatus(BESU, "0.1.0", mode, null));
    }

    assertLogged(
        """
        INFO engine_getClientVersionV1 is answered by this plugin (version 0.1.0) as Besu 24.8.0 (BU, commit ac9f8bbd)
        INFO engine_getClientVersionV1 is observed by this plugin (version 0.1.0) and answered by Besu 24.8.0 (BU, commit ac9f8bbd)
        INFO engine_getClientVersionV1 is left alone by this plugin (version 0.1.0) on Besu 24.8.0 (BU, commit ac9f8bbd)
        """);
  }

  @Test
  void logsClientsAndTheirChanges() {
    log.onFirstSeen(LIGHTHOUSE);
    log.onFirstSeen(new ClientVersion("LS", "", "", ""));
    log.onFirstSeen(new ClientVersion("", "", "1", ""));
    log.onUpgraded(LIGHTHOUSE, new ClientVersion("LH", "Lighthouse", "v8.1.3", "67da0321"));
    log.onReplaced(LIGHTHOUSE, TEKU);
    log.onAlternating(List.of(LIGHTHOUSE, TEKU));
    log.onUnlistedCode(new ClientVersion("RS", "rpc-snooper", "v0.0.0", "00000000"));
    log.onNewClientsSuppressed(1970);

    assertLogged(
        """
        INFO Consensus client: Lighthouse v5.3.0 (LH, commit 0dd215c2)
        INFO Consensus client: lodestar without version (LS, no commit)
        INFO Consensus client: unnamed client 1 (no code, no commit)
        INFO Consensus client upgraded: from Lighthouse v5.3.0 (LH, commit 0dd215c2) to Lighthouse v8.1.3 (LH, commit 67da0321)
        INFO Consensus client changed: teku v26.8.0 (TK, commit 87fa8ca7) took over from Lighthouse v5.3.0 (LH, commit 0dd215c2)
        INFO Several consensus clients call this node alternately; further switches are not logged: Lighthouse v5.3.0 (LH, commit 0dd215c2); teku v26.8.0 (TK, commit 87fa8ca7)
        INFO Client code RS is not on the Engine API's list of client codes: rpc-snooper v0.0.0 (RS, commit 00000000)
        INFO More than 30 new consensus clients within a minute; 1970 not logged so far
        """);
  }

  @Test
  void logsTheLastEightOfManyAlternatingClients() {
    log.onAlternating(clients(8));
    log.onAlternating(clients(10));
    assertThat(captor.lines().get(0)).contains(": lighthouse v0 (").endsWith(" v7 (LH, no commit)");
    assertThat(captor.lines().get(1))
        .contains(": lighthouse v2 (LH, no commit); lighthouse v3 (")
        .endsWith(" v9 (LH, no commit); and 2 more");
  }

  @Test
  void logsRepeatedAndInvalidCallsAtDebug() {
    log.onRepeatedCall(TEKU);
    log.onAnonymousCall();
    log.onMalformedCall("params[0] must be …");
    log.onRejectedCall("params[0] must be …");

    assertLogged(
        """
        DEBUG Consensus client called again: teku v26.8.0 (TK, commit 87fa8ca7)
        DEBUG A consensus client called without identifying itself
        DEBUG A consensus client called with an invalid ClientVersionV1: params[0] must be …
        DEBUG Rejected a call of a consensus client: params[0] must be …
        """);
  }

  @Test
  void warnsInOneLineEachAndOncePerFailedStep() {
    final Exception cause = new ClassNotFoundException("org.hyperledger.besu.Elsewhere");
    log.cannotDetermineOwner(METHOD, cause);
    log.cannotObserve(cause);
    log.exposedWithoutJwt(METHOD);
    log.missingService("RpcEndpointService", METHOD + " is not answered");
    log.stepFailed("record a caller", cause);
    log.stepFailed("record a caller", cause);
    log.stepFailed("restore the log configuration", cause);

    assertLogged(
        """
        WARN Cannot determine whether Besu implements engine_getClientVersionV1; leaving it to Besu: java.lang.ClassNotFoundException: org.hyperledger.besu.Elsewhere
        DEBUG Cause
        WARN Consensus clients are not recorded on this node: java.lang.ClassNotFoundException: org.hyperledger.besu.Elsewhere
        DEBUG Cause
        WARN engine_getClientVersionV1 is served without a JWT, because --rpc-http-api or --rpc-ws-api contains ENGINE: remove ENGINE from that option; consensus clients use the engine port
        WARN Besu offers no RpcEndpointService: engine_getClientVersionV1 is not answered
        WARN The client version plugin failed to record a caller; the node is not affected
        DEBUG The client version plugin failed again to record a caller
        WARN The client version plugin failed to restore the log configuration; the node is not affected
        """);
  }

  @Test
  void doesNotThrowIfLoggingFails() {
    final Logger broken = mock(Logger.class);
    final IllegalStateException full = new IllegalStateException("disk full");
    doThrow(full).when(broken).warn(anyString(), any(), any());
    final Exception failure = new Exception("no");
    new OperatorLog(broken).stepFailed("record a caller", failure);
    assertThat(failure).hasSuppressedException(full);
  }

  private void assertLogged(final String lines) {
    assertThat(String.join("\n", captor.lines()) + "\n").isEqualTo(lines);
  }

  private static List<ClientVersion> clients(final int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new ClientVersion("LH", "", "v" + i, ""))
        .toList();
  }
}
