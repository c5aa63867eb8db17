// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import org.hyperledger.besu.plugin.StartContext;
import org.hyperledger.besu.plugin.services.MetricsSystem;

/** The services of the proposed {@code start(StartContext)}. */
public final class StartContextServices implements BesuServices {

  private final Object context;

  /** Takes a {@code StartContext} as an object, because no release has that type yet. */
  public StartContextServices(final Object context) {
    this.context = context;
  }

  /** There, {@code MetricsSystem} extends {@code StartService}. */
  @Override
  @SuppressWarnings({"rawtypes", "unchecked"})
  public MetricsSystem metricsSystem() {
    final Object metrics = ((StartContext) context).getBesuService((Class) MetricsSystem.class);
    return (MetricsSystem) metrics;
  }
}
