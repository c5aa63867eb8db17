// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.pluginapi;

import java.util.Optional;
import org.hyperledger.besu.plugin.RegistrationContext;
import org.hyperledger.besu.plugin.RunningContext;
import org.hyperledger.besu.plugin.StartContext;
import org.hyperledger.besu.plugin.services.BesuService;

/** The context of a phase, with the one service of Besu's that the fake has in it. */
final class PhaseContext implements RegistrationContext, StartContext, RunningContext {

  private final Class<? extends BesuService> type;
  private final BesuService service;

  <T extends BesuService> PhaseContext(final Class<T> type, final T service) {
    this.type = type;
    this.service = service;
  }

  @Override
  public <T extends BesuService> T getBesuService(final Class<T> serviceType) {
    if (serviceType != type) {
      throw new IllegalArgumentException(serviceType + " is not available in this phase");
    }
    return serviceType.cast(service);
  }

  @Override
  public <T extends BesuService> Optional<T> getPluginService(final Class<T> serviceType) {
    return Optional.empty();
  }

  @Override
  public <T extends BesuService> void registerService(
      final Class<T> serviceType, final T registered) {
    throw new UnsupportedOperationException("The fake has no use for services of plugins");
  }
}
