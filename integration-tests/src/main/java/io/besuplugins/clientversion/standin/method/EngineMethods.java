package io.besuplugins.clientversion.standin.method;

import io.besuplugins.clientversion.standin.genesis.Genesis;
import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.release.Trait;
import io.besuplugins.clientversion.standin.rpc.JsonRpcMethod;
import io.besuplugins.clientversion.standin.rpc.MethodNames;
import io.vertx.core.Vertx;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Engine API's methods. Without a merge coordinator Besu has only one of them. There is no
 * chain behind them: a payload or a fork choice is always answered with {@code SYNCING}.
 */
final class EngineMethods {

  private static final String BESU_PACKAGE =
      "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.";
  private static final String SHARED_LOGGER = BESU_PACKAGE + "ExecutionEngineJsonRpcMethod";
  private static final BigInteger NEVER_REACHED =
      BigInteger.TWO.pow(256).subtract(BigInteger.valueOf(1024));
  private static final String ZERO_HASH = "0x" + "0".repeat(64);

  private final Release release;
  private final Genesis genesis;
  private final Vertx consensusThread;

  EngineMethods(final Release release, final Genesis genesis, final Vertx consensusThread) {
    this.release = release;
    this.genesis = genesis;
    this.consensusThread = consensusThread;
  }

  List<JsonRpcMethod> all() {
    final List<JsonRpcMethod> methods = new ArrayList<>();
    methods.add(shared("engine_exchangeTransitionConfigurationV1", this::transition));
    if (genesis.hasMergeCoordinator(release)) {
      final List<String> capabilities = MethodNames.of(release).capabilities();
      methods.add(shared("engine_exchangeCapabilities", () -> capabilities));
      if (genesis.schedulesCancun() || !release.has(Trait.OFFERS_V3_FROM_CANCUN)) {
        methods.add(
            byClass(
                "engine_forkchoiceUpdatedV3",
                "engine.EngineForkchoiceUpdatedV3",
                EngineMethods::forkchoice));
        methods.add(
            byClass(
                "engine_newPayloadV3", "engine.EngineNewPayloadV3", EngineMethods::payloadStatus));
      }
      if (release.has(Trait.HAS_CLIENT_VERSION)) {
        methods.add(shared("engine_getClientVersionV1", this::clientVersion));
      }
    }
    return methods;
  }

  private JsonRpcMethod shared(final String name, final Supplier<Object> result) {
    return new EngineMethod(name, result, consensusThread, LoggerFactory.getLogger(SHARED_LOGGER));
  }

  private JsonRpcMethod byClass(
      final String name, final String besuClass, final Supplier<Object> result) {
    final Logger log =
        LoggerFactory.getLogger(
            release.has(Trait.TRACES_ENGINE_METHODS_BY_CLASS)
                ? BESU_PACKAGE + besuClass
                : SHARED_LOGGER);
    return new EngineMethod(name, result, consensusThread, log);
  }

  private Object clientVersion() {
    if (!release.has(Trait.ANSWERS_CLIENT_VERSION_IN_ARRAY)) {
      return new OwnClientVersion(release, release.commit().orElseThrow().substring(0, 8));
    }
    final String commit =
        release
            .commit()
            .filter(hash -> hash.length() >= 8)
            .map(hash -> hash.substring(0, 8))
            .orElse("unknown");
    return List.of(new OwnClientVersion(release, commit));
  }

  private Object transition() {
    final Map<String, Object> result = new LinkedHashMap<>();
    result.put(
        "terminalTotalDifficulty",
        "0x" + genesis.terminalTotalDifficulty().orElse(NEVER_REACHED).toString(16));
    result.put("terminalBlockHash", ZERO_HASH);
    result.put("terminalBlockNumber", "0x0");
    return result;
  }

  private static Object forkchoice() {
    final Map<String, Object> result = new LinkedHashMap<>();
    result.put("payloadStatus", payloadStatus());
    result.put("payloadId", null);
    return result;
  }

  private static Object payloadStatus() {
    final Map<String, Object> result = new LinkedHashMap<>();
    result.put("status", "SYNCING");
    result.put("latestValidHash", null);
    result.put("validationError", null);
    return result;
  }

  /** Besu's answer to {@code engine_getClientVersionV1}, in its key order. */
  private record OwnClientVersion(String code, String name, String version, String commit) {

    OwnClientVersion(final Release release, final String commit) {
      this("BU", "Besu", release.version().toString(), commit);
    }
  }
}
