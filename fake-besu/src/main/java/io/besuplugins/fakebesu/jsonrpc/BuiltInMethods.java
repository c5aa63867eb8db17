// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.jsonrpc;

import io.besuplugins.fakebesu.release.BesuRelease;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Besu's own methods. There is no chain, so payloads and fork choices are always SYNCING. */
public final class BuiltInMethods {

  static final BesuRelease RELEASE = BesuRelease.current();

  private static final String CLIENT_VERSION = "engine_getClientVersionV1";
  private static final String CHANGE_LOG_LEVEL = "admin_changeLogLevel";
  private static final String TRANSITION = "engine_exchangeTransitionConfigurationV1";
  private static final PayloadStatus SYNCING = new PayloadStatus("SYNCING", null, null);
  private static final Map<String, Function<Object[], Object>> ENGINE =
      Map.of(
          "engine_exchangeCapabilities",
          params -> List.of(),
          "engine_getPayloadBodiesByHashV1",
          params -> {
            require(List.class, params, "Invalid block hash parameters (index 0)");
            return List.of();
          },
          "engine_forkchoiceUpdatedV3",
          params -> {
            require(Map.class, params, "Invalid forkchoice state parameter (index 0)");
            return new ForkchoiceUpdated(SYNCING, null);
          },
          "engine_newPayloadV3",
          params -> {
            // From 26.8.0 on the method itself responds to such params.
            if (!RELEASE.logsByEngineMethod()) {
              require(Map.class, params, "Invalid engine payload parameter (index 0)");
            }
            return SYNCING;
          },
          "engine_getPayloadV3",
          params -> {
            throw new IllegalArgumentException("Invalid payload ID parameter (index 0)");
          });

  private static final String METHODS =
      "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.";
  private static final Logger LOG =
      LoggerFactory.getLogger(METHODS + "ExecutionEngineJsonRpcMethod");
  private static final Map<String, Logger> LOGS_OF_METHODS =
      Map.of(
          "engine_forkchoiceUpdatedV3",
          LoggerFactory.getLogger(METHODS + "engine.EngineForkchoiceUpdatedV3"),
          "engine_newPayloadV3",
          LoggerFactory.getLogger(METHODS + "engine.EngineNewPayloadV3"),
          "engine_getPayloadV3",
          LoggerFactory.getLogger(METHODS + "engine.EngineGetPayloadV3"));

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
        || name.equals(CLIENT_VERSION) && RELEASE.hasClientVersionMethod();
  }

  Map<String, JsonRpcMethod> of(final Collection<String> apis) {
    final Map<String, JsonRpcMethod> methods = new HashMap<>();
    if (apis.contains("ADMIN")) {
      methods.put(CHANGE_LOG_LEVEL, new AdminChangeLogLevel());
    }
    if (apis.contains("ENGINE")) {
      addEngine(methods, TRANSITION, params -> null);
      if (hasMergeCoordinator) {
        ENGINE.forEach((name, function) -> addEngine(methods, name, function));
        if (RELEASE.hasClientVersionMethod()) {
          addEngine(methods, CLIENT_VERSION, params -> clientVersion());
        }
      }
    }
    return methods;
  }

  private void addEngine(
      final Map<String, JsonRpcMethod> methods,
      final String name,
      final Function<Object[], Object> function) {
    final Logger log = RELEASE.logsByEngineMethod() ? LOGS_OF_METHODS.getOrDefault(name, LOG) : LOG;
    methods.put(name, new EngineMethod(name, log, function, consensusThread));
  }

  private static void require(final Class<?> type, final Object[] params, final String message) {
    if (params == null || params.length == 0 || !type.isInstance(params[0])) {
      throw new IllegalArgumentException(message);
    }
  }

  private static Object clientVersion() {
    final ClientVersion besu =
        new ClientVersion(
            "BU", "Besu", RELEASE.version(), RELEASE.commit().orElseThrow().substring(0, 8));
    return RELEASE.answersWithArray() ? List.of(besu) : besu;
  }

  private record ClientVersion(String code, String name, String version, String commit) {}

  private record PayloadStatus(String status, String latestValidHash, String validationError) {}

  private record ForkchoiceUpdated(PayloadStatus payloadStatus, String payloadId) {}
}
