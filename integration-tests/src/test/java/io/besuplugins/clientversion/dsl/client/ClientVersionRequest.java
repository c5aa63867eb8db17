// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.client;

import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcResponse;
import java.util.Optional;

/**
 * The calls of {@code engine_getClientVersionV1} that known callers send. Source: the code of each
 * caller, as of August 2026.
 */
public enum ClientVersionRequest {
  LIGHTHOUSE(
      "[{\"code\":\"LH\",\"commit\":\"0dd215c2\",\"name\":\"Lighthouse\",\"version\":\"v5.3.0-0dd215c\"}]",
      "Lighthouse v5.3.0-0dd215c (LH, commit 0dd215c2)"),
  LIGHTHOUSE_WITHOUT_GIT(
      "[{\"code\":\"LH\",\"commit\":\"00000000\",\"name\":\"Lighthouse\",\"version\":\"v5.3.0\"}]",
      "Lighthouse v5.3.0 (LH, commit 00000000)"),
  TEKU(
      "[{\"code\":\"TK\",\"name\":\"teku\",\"version\":\"v26.8.0\",\"commit\":\"0x87fa8ca7\"}]",
      "teku v26.8.0 (TK, commit 87fa8ca7)"),
  TEKU_WITHOUT_MANIFEST(
      "[{\"code\":\"TK\",\"name\":\"teku\",\"version\":\"v<Unknown>\",\"commit\":\"0x00000000\"}]",
      "teku v<Unknown> (TK, commit 00000000)"),
  PRYSM(
      "[{\"code\":\"PM\",\"name\":\"Prysm\",\"version\":\"v7.1.5\",\"commit\":\"36b2371c\"}]",
      "Prysm v7.1.5 (PM, commit 36b2371c)"),
  PRYSM_WITHOUT_STAMP(
      "[{\"code\":\"PM\",\"name\":\"Prysm\",\"version\":\"Unknown\",\"commit\":\"Local bu\"}]",
      "Prysm Unknown (PM, commit Local bu)"),
  LODESTAR_OLD(
      "[{\"code\":\"LS\",\"name\":\"Lodestar\",\"version\":\"v1.22.0/1531b19\",\"commit\":\"1531b19\"}]",
      "Lodestar v1.22.0/1531b19 (LS, commit 1531b19)"),
  LODESTAR_WITHOUT_GIT(
      "[{\"code\":\"LS\",\"name\":\"Lodestar\",\"version\":\"\",\"commit\":\"\"}]",
      "Lodestar without version (LS, no commit)"),
  LODESTAR_NEW(
      "[{\"code\":\"LS\",\"name\":\"Lodestar\",\"version\":\"v1.44.0/e3d733b\",\"commit\":\"0xe3d733b7\"}]",
      "Lodestar v1.44.0/e3d733b (LS, commit e3d733b7)"),
  GRANDINE(
      "[{\"code\":\"GR\",\"name\":\"Grandine\",\"version\":\"2.0.0\",\"commit\":\"bc5c0dba\"}]",
      "Grandine 2.0.0 (GR, commit bc5c0dba)"),
  CAPLIN(
      "[{\"code\":\"CN\",\"name\":\"caplin\",\"version\":\"3.3.0\",\"commit\":\"0xa53e9545\"}]",
      "caplin 3.3.0 (CN, commit a53e9545)"),
  NIMBUS(
      "[{\"code\":\"NB\",\"name\":\"Nimbus\",\"version\":\"v26.6.0\",\"commit\":\"0x00000000\"}]",
      "Nimbus v26.6.0 (NB, commit 00000000)"),
  BEACON_KIT(
      "[{\"code\":\"GE\",\"name\":\"\",\"version\":\"\",\"commit\":\"\"}]",
      "go-ethereum without version (GE, no commit)"),
  BEACON_KIT_OLD("[null]"),
  RPC_SNOOPER(
      "[{\"code\":\"RS\",\"name\":\"rpc-snooper\",\"version\":\"v0.0.0\",\"commit\":\"00000000\"}]",
      "rpc-snooper v0.0.0 (RS, commit 00000000)"),
  READINESS_PROBE("[]"),
  TEST_RUNNER("[{\"code\":\"runner\",\"version\":\"1\"}]", "unnamed client 1 (runner, no commit)");

  private final String params;
  private final Optional<String> identity;

  ClientVersionRequest(final String params) {
    this.params = params;
    this.identity = Optional.empty();
  }

  ClientVersionRequest(final String params, final String identity) {
    this.params = params;
    this.identity = Optional.of(identity);
  }

  public String params() {
    return params;
  }

  /** How the plugin's log describes the caller, or empty if the caller does not identify itself. */
  public Optional<String> identity() {
    return identity;
  }

  public JsonRpcResponse sendTo(final Node node) {
    return node.getClientVersion(params);
  }
}
