package io.besuplugins.clientversion.engine;

import io.besuplugins.clientversion.consensus.ConsensusClients;
import io.besuplugins.clientversion.identification.ClientVersionParam;
import io.besuplugins.clientversion.identification.NotAClientVersionException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes down what callers of the method say about themselves; never throws at them. */
public final class CallerNotes {

  private final ConsensusClients clients;
  private final Consumer<Throwable> failures;

  /**
   * Notes callers among these clients.
   *
   * @param failures told when a caller could not be noted, which changes nothing for the caller;
   *     throws nothing
   */
  public CallerNotes(final ConsensusClients clients, final Consumer<Throwable> failures) {
    this.clients = clients;
    this.failures = failures;
  }

  /** Notes a caller that Besu answers whatever it says; null params where it said nothing. */
  public void note(final Object[] params) {
    note(() -> params, clients::calledUnreadably);
  }

  /**
   * Notes a caller that the plugin answers.
   *
   * @return why it must be refused, or empty when it may be answered
   */
  Optional<String> noteOrRefuse(final Supplier<Object[]> params) {
    return note(params, clients::refused);
  }

  private Optional<String> note(
      final Supplier<Object[]> params, final Consumer<String> unreadable) {
    String reason = null;
    try {
      try {
        ClientVersionParam.read(params.get())
            .ifPresentOrElse(clients::called, clients::calledAnonymously);
      } catch (final NotAClientVersionException notOne) {
        reason = notOne.getMessage();
        unreadable.accept(reason);
      }
    } catch (final Throwable failure) {
      failures.accept(failure);
    }
    return Optional.ofNullable(reason);
  }
}
