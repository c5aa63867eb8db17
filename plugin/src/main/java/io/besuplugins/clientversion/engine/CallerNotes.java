package io.besuplugins.clientversion.engine;

import io.besuplugins.clientversion.consensus.ConsensusClients;
import io.besuplugins.clientversion.identification.ClientVersionParam;
import io.besuplugins.clientversion.identification.NotAClientVersionException;
import java.util.Optional;

/** Takes down what callers of the method say about themselves. */
public final class CallerNotes {

  private final ConsensusClients clients;

  /** Notes callers among these clients. */
  public CallerNotes(final ConsensusClients clients) {
    this.clients = clients;
  }

  /**
   * Notes one caller.
   *
   * @param params of the call, as Besu hands them on; null when it came without
   * @return why the call must be refused, or empty when it may be answered
   */
  Optional<String> take(final Object[] params) {
    try {
      ClientVersionParam.read(params).ifPresentOrElse(clients::called, clients::calledAnonymously);
      return Optional.empty();
    } catch (final NotAClientVersionException notOne) {
      clients.refused(notOne.getMessage());
      return Optional.of(notOne.getMessage());
    }
  }
}
