// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.LogCaptor;
import io.besuplugins.clientversion.besu.ModeReason;
import io.besuplugins.clientversion.client.ClientVersion;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PluginLogTest {

  private static final ClientVersion BESU = new ClientVersion("BU", "Besu", "24.8.0", "ac9f8bbd");

  @Test
  void logsTheModeAndWhatIsNotAvailable() {
    try (LogCaptor captor = LogCaptor.of(PluginLogTest.class, Level.INFO)) {
      final PluginLog log = new PluginLog(LoggerFactory.getLogger(PluginLogTest.class), "1.0.0");
      final Exception cause = new IllegalStateException("cause");
      log.serving(BESU);
      log.observing(BESU);
      log.disabled();
      log.off(ModeReason.CANNOT_OBSERVE, cause);
      log.undetermined(cause);
      log.callableWithoutJwt("of an option; remove it");
      log.optionNotAvailable(cause);
      log.rpcMethodsNotAvailable(cause);
      log.metricsNotAvailable(cause);
      assertThat(String.join("\n", captor.lines()) + "\n")
          .isEqualTo(
              """
              INFO Client version plugin 1.0.0: serving engine_getClientVersionV1 as Besu 24.8.0 (BU, commit ac9f8bbd)
              INFO Client version plugin 1.0.0: Besu 24.8.0 (BU, commit ac9f8bbd) serves engine_getClientVersionV1, recording its callers
              INFO Client version plugin 1.0.0 is off: disabled by --plugin-client-version-observer-enabled
              WARN Client version plugin 1.0.0 is off: cannot observe Engine API calls (java.lang.IllegalStateException: cause)
              WARN Cannot determine whether Besu implements engine_getClientVersionV1, assuming that it does (java.lang.IllegalStateException: cause)
              WARN engine_getClientVersionV1 can be called without a JWT, because of an option; remove it
              WARN The option --plugin-client-version-observer-enabled is not available (java.lang.IllegalStateException: cause)
              WARN The RPC methods of CLIENTVERSION are not available (java.lang.IllegalStateException: cause)
              WARN The metrics of consensus clients are not available (java.lang.IllegalStateException: cause)
              """);
    }
  }
}
