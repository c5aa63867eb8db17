// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.besuplugins.clientversion.FakeBesuServices;
import io.besuplugins.clientversion.FakePhaseContexts;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hyperledger.besu.plugin.BesuContext;
import org.hyperledger.besu.plugin.ServiceManager;
import org.junit.jupiter.api.Test;

class BesuServicesTest {

  private final FakeBesuServices besu = new FakeBesuServices();

  @Test
  void ofContextsOfReleasesAreFoundAsSoonAsBesuProvidesThem() {
    for (final BesuServices services :
        new BesuServices[] {
          BesuServices.in((BesuContext) besu), BesuServices.in((ServiceManager) besu)
        }) {
      besu.provided.remove(besu.metrics);
      assertMissing("MetricsSystem", services::metricsSystem);
      besu.provided.add(besu.metrics);
      assertThat(services.metricsSystem()).isSameAs(besu.metrics);
      assertThat(services.commandLine()).isSameAs(besu);
      services.rpcEndpoints().register("namespace", "name", request -> 7);
      assertThat(besu.rpc.callForJson("namespace_name")).isEqualTo("7");
    }
  }

  @Test
  void ofProposedContextsAreThoseOfTheirPhase() {
    final BesuServices registration = BesuServices.in(FakePhaseContexts.registration(besu));
    registration.rpcEndpoints().register("namespace", "name", request -> 7);
    assertThat(besu.rpc.callForJson("namespace_name")).isEqualTo("7");
    assertMissing("PicoCLIOptions", registration::commandLine);
    assertMissing("MetricsSystem", registration::metricsSystem);

    final BesuServices start = BesuServices.in(FakePhaseContexts.start(besu));
    assertThat(start.metricsSystem()).isSameAs(besu.metrics);
    assertMissing("PicoCLIOptions", start::commandLine);
    assertMissing("RpcEndpointRegistry", start::rpcEndpoints);
  }

  private static void assertMissing(final String service, final ThrowingCallable getter) {
    assertThatThrownBy(getter)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Besu provides no " + service);
  }
}
