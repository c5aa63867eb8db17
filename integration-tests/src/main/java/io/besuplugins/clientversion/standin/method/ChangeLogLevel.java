package io.besuplugins.clientversion.standin.method;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.standin.logging.LogLevels;
import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.release.Trait;
import io.besuplugins.clientversion.standin.rpc.JsonRpcAnswer;
import io.besuplugins.clientversion.standin.rpc.JsonRpcCall;
import io.besuplugins.clientversion.standin.rpc.JsonRpcMethod;
import io.besuplugins.clientversion.standin.rpc.StandardError;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code admin_changeLogLevel}: a level, and optionally the loggers it is for. */
final class ChangeLogLevel implements JsonRpcMethod {

  private static final Logger LOG =
      LoggerFactory.getLogger(
          "org.hyperledger.besu.ethereum.api.jsonrpc.internal.methods.AdminChangeLogLevel");
  private static final Set<String> LEVELS =
      Set.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE", "ALL");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StandardError wrongLevel;
  private final StandardError wrongFilter;

  ChangeLogLevel(final Release release) {
    final boolean named = release.has(Trait.NAMES_WRONG_LOG_LEVELS);
    this.wrongLevel = named ? StandardError.INVALID_LOG_LEVEL : StandardError.INVALID_PARAMS;
    this.wrongFilter = named ? StandardError.INVALID_LOG_FILTER : StandardError.INVALID_PARAMS;
  }

  @Override
  public String name() {
    return "admin_changeLogLevel";
  }

  @Override
  public JsonRpcAnswer answer(final JsonRpcCall call) {
    final Optional<Object> level = call.param(0).filter(LEVELS::contains);
    if (level.isEmpty()) {
      return new JsonRpcAnswer.Failure(call.id(), wrongLevel);
    }
    final List<String> filters;
    try {
      filters =
          call.param(1)
              .map(given -> List.of(JSON.convertValue(given, String[].class)))
              .orElse(List.of(""));
    } catch (final IllegalArgumentException e) {
      return new JsonRpcAnswer.Failure(call.id(), wrongFilter);
    }
    for (final String filter : filters) {
      LOG.debug("Setting {} logging level to {} ", filter, level.get());
      LogLevels.set(filter, level.get().toString());
    }
    return new JsonRpcAnswer.Success(call.id(), "Success");
  }
}
