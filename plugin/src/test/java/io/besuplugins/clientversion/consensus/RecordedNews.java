package io.besuplugins.clientversion.consensus;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps the news in short, for tests to read. */
final class RecordedNews implements ConsensusClientNews {

  final List<String> told = new ArrayList<>();

  List<String> withoutRepeats() {
    return told.stream().filter(line -> !line.startsWith("again")).toList();
  }

  @Override
  public void firstSeen(final ClientVersion client) {
    told.add("first " + brief(client));
  }

  @Override
  public void upgraded(final ClientVersion from, final ClientVersion to) {
    told.add("upgraded " + brief(from) + " " + brief(to));
  }

  @Override
  public void tookOver(final ClientVersion from, final ClientVersion to) {
    told.add("took over " + brief(from) + " " + brief(to));
  }

  @Override
  public void takeTurns(final List<ClientVersion> clients) {
    told.add(
        "take turns "
            + clients.stream().map(RecordedNews::brief).sorted().collect(Collectors.joining(", ")));
  }

  @Override
  public void unlistedCode(final ClientVersion client) {
    told.add("unlisted " + client.code());
  }

  @Override
  public void flood(final long unnamed) {
    told.add("flood " + unnamed);
  }

  @Override
  public void calledAgain(final ClientVersion client) {
    told.add("again " + brief(client));
  }

  @Override
  public void calledAnonymously() {
    told.add("anonymous");
  }

  @Override
  public void calledUnreadably(final String reason) {
    told.add("unreadable " + reason);
  }

  @Override
  public void refused(final String reason) {
    told.add("refused " + reason);
  }

  private static String brief(final ClientVersion client) {
    return client.code() + " " + client.version();
  }
}
