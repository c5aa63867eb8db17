package io.besuplugins.clientversion.standin.release;

import static io.besuplugins.clientversion.standin.release.Span.between;
import static io.besuplugins.clientversion.standin.release.Span.since;
import static io.besuplugins.clientversion.standin.release.Span.until;

/**
 * The table of everything that the stand-in does on some Besu releases and not on others, and on
 * which.
 */
public enum Trait {
  /**
   * {@code register()} runs between a first, lenient parse of the command line and the strict one.
   */
  REGISTERS_AFTER_FIRST_PARSE(since("24.5.0")),
  /** A key in the configuration file that only a plugin knows is refused. */
  CHECKS_CONFIGURATION_FILE_BEFORE_PLUGINS(between("24.5.0", "24.5.2")),
  /** {@code --plugins} names the plugins to load. */
  SELECTS_PLUGINS(since("24.5.0")),
  /** A plugin's {@code getVersion()} is asked, and its default has no {@code v}. */
  ASKS_PLUGINS_FOR_THEIR_VERSION(since("24.7.1")),
  /** {@code --Xplugins-external-enabled} can switch plugins off. */
  SWITCHES_PLUGINS_OFF(since("24.9.0")),
  /** A failing plugin stops the node unless {@code --plugin-continue-on-error}. */
  STOPS_AT_FAILING_PLUGINS(since("24.10.0")),
  /** {@code --version} shows a plugin's name in front of its version. */
  NAMES_PLUGINS_IN_VERSION(since("25.12.0")),
  /** Nothing is logged at INFO when only help or the version is asked for. */
  IS_QUIET_FOR_HELP(since("25.12.0")),
  /** Plugin jars are compared with their catalogs; {@code --plugins-verification-mode}. */
  VERIFIES_PLUGINS(since("26.1.0")),
  /** Plugins on the node's own class path are found when the plugins directory is missing. */
  FINDS_PLUGINS_ON_CLASS_PATH(until("26.1.0")),
  /** The class loader of the plugins is closed after they have stopped. */
  CLOSES_PLUGIN_CLASS_LOADER(since("26.1.0")),
  /** {@code afterExternalServicePostMainLoop()} exists. */
  CALLS_AFTER_MAIN_LOOP(since("24.6.0")),
  /** That call takes every plugin off the list, so that {@code stop()} is never called. */
  FORGETS_PLUGINS_AFTER_MAIN_LOOP(between("24.6.0", "24.10.0")),

  /** {@code engine_getClientVersionV1} is built in on merge networks. */
  HAS_CLIENT_VERSION(since("24.9.0")),
  /** Its result is an array of one object, where it was that object alone. */
  ANSWERS_CLIENT_VERSION_IN_ARRAY(since("24.10.0")),
  /** newPayload and forkchoiceUpdated trace their calls on loggers of their own. */
  TRACES_ENGINE_METHODS_BY_CLASS(since("26.8.0")),
  /** newPayloadV3 and forkchoiceUpdatedV3 are built in only where the genesis schedules Cancun. */
  OFFERS_V3_FROM_CANCUN(since("26.8.0")),
  /** A genesis with neither a terminal total difficulty nor a known consensus is proof of stake. */
  TAKES_UNKNOWN_CONSENSUS_FOR_PROOF_OF_STAKE(since("26.7.0")),

  /** Each request is logged at TRACE, where it was DEBUG. */
  TRACES_REQUESTS(since("24.12.0")),
  /** A wrong log level is answered with the message that names it. */
  NAMES_WRONG_LOG_LEVELS(since("24.9.0")),
  /**
   * An error's decoded data stands in brackets behind its message, where it stood behind a colon.
   */
  BRACKETS_ERROR_REASONS(since("25.2.0")),
  /** Requests to the HTTP port may have 128 MB, where they had 5. */
  TAKES_LARGE_HTTP_REQUESTS(since("25.8.0")),
  /** The engine port compresses its answers for clients that ask for it. */
  COMPRESSES_ENGINE_ANSWERS(until("26.1.0")),

  /** log4j is configured anew when the node starts, after plugins have registered. */
  RECONFIGURES_LOGGING(until("26.8.0")),
  /** Why the node did not start is logged as one line; the stack trace only at DEBUG. */
  LOGS_START_FAILURES_IN_ONE_LINE(since("25.3.0")),
  /** An option that takes one value may be given once only. */
  REFUSES_REPEATED_OPTIONS(since("25.8.0")),
  /** {@code --metrics-category} knows only the categories from before plugins registered. */
  FREEZES_METRIC_CATEGORIES_BEFORE_PLUGINS(between("24.5.0", "24.12.0")),
  /** {@code --metrics-category} takes names in any case. */
  IGNORES_CASE_OF_METRIC_CATEGORIES(since("24.12.0"));

  private final Span span;

  Trait(final Span span) {
    this.span = span;
  }

  boolean isOf(final Version version) {
    return span.contains(version);
  }
}
