// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.jsonrpc;

import static io.besuplugins.fakebesu.release.BesuFeature.CLIENT_VERSION_ARRAY;
import static io.besuplugins.fakebesu.release.BesuFeature.CLIENT_VERSION_METHOD;

import io.besuplugins.fakebesu.release.BesuRelease;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Besu's own methods. There is no chain, so payloads and fork choices are always SYNCING. */
public final class BuiltInMethods {

  private static final String CLIENT_VERSION = "engine_getClientVersionV1";
  private static final String CHANGE_LOG_LEVEL = "admin_changeLogLevel";
  private static final String TRANSITION = "engine_exchangeTransitionConfigurationV1";
  private static final PayloadStatus SYNCING = new PayloadStatus("SYNCING", null, null);
  private static final Map<String, Supplier<Object>> ENGINE =
      Map.of(
          "engine_exchangeCapabilities",
          List::of,
          "engine_forkchoiceUpdatedV3",
          () -> new ForkchoiceUpdated(SYNCING, null),
          "engine_newPayloadV3",
          () -> SYNCING);

  private static final BesuRelease RELEASE = BesuRelease.current();

  private final boolean hasMergeCoordinator;
  private final Vertx consensusThread = Vertx.vertx(new VertxOptions().setWorkerPoolSize(1));

  /** The methods of a node, which has few of the Engine API's without merge coordinator. */
  public BuiltInMethods(final boolean hasMergeCoordinator) {
    this.hasMergeCoordinator = hasMergeCoordinator;
  }

  /** Whether the release knows a method, on any network. */
  public static boolean exists(final String name) {
    return ENGINE.containsKey(name)
        || name.equals(TRANSITION)
        || name.equals(CHANGE_LOG_LEVEL)
        || name.equals(CLIENT_VERSION) && RELEASE.has(CLIENT_VERSION_METHOD);
  }

  Map<String, JsonRpcMethod> of(final Collection<String> apis) {
    final Map<String, JsonRpcMethod> methods = new HashMap<>();
    if (apis.contains("ADMIN")) {
      methods.put(CHANGE_LOG_LEVEL, new AdminChangeLogLevel());
    }
    if (apis.contains("ENGINE")) {
      addEngine(methods, TRANSITION, () -> null);
      if (hasMergeCoordinator) {
        ENGINE.forEach((name, result) -> addEngine(methods, name, result));
        if (RELEASE.has(CLIENT_VERSION_METHOD)) {
          addEngine(methods, CLIENT_VERSION, BuiltInMethods::clientVersion);
        }
      }
    }
    return methods;
  }

  private void addEngine(
      final Map<String, JsonRpcMethod> methods, final String name, final Supplier<Object> result) {
    methods.put(name, new EngineMethod(name, result, consensusThread));
  }

  private static Object clientVersion() {
    final ClientVersion besu =
        new ClientVersion(
            "BU", "Besu", RELEASE.version(), RELEASE.commit().orElseThrow().substring(0, 8));
    return RELEASE.has(CLIENT_VERSION_ARRAY) ? List.of(besu) : besu;
  }

  private record ClientVersion(String code, String name, String version, String commit) {}

  private record PayloadStatus(String status, String latestValidHash, String validationError) {}

  private record ForkchoiceUpdated(PayloadStatus payloadStatus, String payloadId) {}
}
