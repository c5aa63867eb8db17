// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.besu;

import org.hyperledger.besu.plugin.services.MetricsSystem;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;

/**
 * The services of Besu that the plugin uses, one implementation for each way in which Besu provides
 * them. Each method throws an {@link IllegalStateException} if the node does not provide the
 * service in this phase, and a {@link LinkageError} if the release has no such service.
 */
public interface BesuServices {

  /** Returns what adds options to Besu's command line. */
  default PicoCLIOptions commandLine() {
    throw new IllegalStateException("Besu provides no PicoCLIOptions in this phase");
  }

  /** Returns what adds JSON-RPC methods. */
  default RpcEndpoints rpcEndpoints() {
    throw new IllegalStateException("Besu provides no RPC endpoints in this phase");
  }

  /** Returns Besu's metrics system, which exists from {@code start()} on. */
  default MetricsSystem metricsSystem() {
    throw new IllegalStateException("Besu provides no MetricsSystem in this phase");
  }
}
