// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.cost;

import io.besuplugins.clientversion.devnet.client.ClientVersionRequest;
import io.besuplugins.clientversion.devnet.rpc.JsonRpcClient;

/** A call of the Engine API, as a consensus client sends it. */
enum EngineCall {
  CLIENT_VERSION("engine_getClientVersionV1", ClientVersionRequest.LIGHTHOUSE.params()),
  CAPABILITIES("engine_exchangeCapabilities", "[[\"engine_newPayloadV3\"]]"),

  /** A block with 100 KB of transactions, which Besu reads and finds that it cannot take. */
  NEW_PAYLOAD(
      "engine_newPayloadV3",
      """
      [{"parentHash":"0x%1$s","feeRecipient":"0x%2$s","stateRoot":"0x%1$s","receiptsRoot":"0x%1$s",
      "logsBloom":"0x%3$s","prevRandao":"0x%1$s","blockNumber":"0x1","gasLimit":"0x1c9c380",
      "gasUsed":"0x0","timestamp":"0xc","extraData":"0x","baseFeePerGas":"0x7","blockHash":"0x%1$s",
      "transactions":["0x02%4$s"],"withdrawals":[],"blobGasUsed":"0x0","excessBlobGas":"0x0"},
      [],"0x%1$s"]"""
          .formatted("11".repeat(32), "22".repeat(20), "00".repeat(256), "ab".repeat(50_000)));

  private final String method;
  private final String params;

  EngineCall(final String method, final String params) {
    this.method = method;
    this.params = params;
  }

  String method() {
    return method;
  }

  /** The body of the request. */
  String body() {
    return JsonRpcClient.request(method, params);
  }
}
