package io.besuplugins.clientversion.anycall;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.identification.ClientVersion;
import io.besuplugins.clientversion.operator.Mode;
import io.besuplugins.clientversion.operator.OperatorLog;
import io.besuplugins.clientversion.operator.PluginStatus;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OperatorLogPropertiesTest {

  @Property(tries = 600)
  void writesOneLineInItsOwnWordsForEachPieceOfNews(
      @ForAll("clients") final ClientVersion from,
      @ForAll("clients") final ClientVersion to,
      @ForAll("manyClients") final List<ClientVersion> inTurn,
      @ForAll final Mode mode) {
    final OperatorLog log = PrintedEvents.newLog();

    log.started("engine_getClientVersionV1", new PluginStatus(from, "0.1.0", mode));
    log.firstSeen(from);
    log.upgraded(from, to);
    log.tookOver(from, to);
    log.takeTurns(inTurn);
    log.unlistedCode(to);
    log.calledAgain(to);

    final List<String> events = PrintedEvents.takeAll();
    assertThat(events).hasSize(7);
    events.forEach(Promises::holdForEvent);
  }

  @Provide
  Arbitrary<ClientVersion> clients() {
    final Arbitrary<String> text = AnyParams.text();
    return Combinators.combine(text, text, text, text).as(ClientVersion::new);
  }

  /** Never none. */
  @Provide
  Arbitrary<List<ClientVersion>> manyClients() {
    return clients().list().ofMinSize(1).ofMaxSize(70);
  }
}
