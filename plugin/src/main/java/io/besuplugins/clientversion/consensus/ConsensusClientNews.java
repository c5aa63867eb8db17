package io.besuplugins.clientversion.consensus;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.util.List;

/** Hears what happens among the consensus clients of this node; each call is one piece of news. */
public interface ConsensusClientNews {

  /** The first consensus client since the node started. */
  void firstSeen(ClientVersion client);

  /** A client with the same code came in another version or build. */
  void upgraded(ClientVersion from, ClientVersion to);

  /** Another client calls than before. */
  void tookOver(ClientVersion from, ClientVersion to);

  /** Clients that were seen before come back again and again; the latest caller is the last. */
  void takeTurns(List<ClientVersion> clients);

  /** The code is not on the specification's list; told once for each code. */
  void unlistedCode(ClientVersion client);

  /**
   * More clients never seen before than can be named one by one.
   *
   * @param unnamed how many went unnamed since the node started
   */
  void flood(long unnamed);

  /** The same client as before. */
  void calledAgain(ClientVersion client);

  /** A call that did not say who calls. */
  void calledAnonymously();

  /**
   * A call that was served although what it said on who calls makes no sense.
   *
   * @param reason which parameter or field is wrong and what it should be; nothing of what was sent
   */
  void calledUnreadably(String reason);

  /**
   * A call that was refused.
   *
   * @param reason which parameter or field is wrong and what it should be; nothing of what was sent
   */
  void refused(String reason);
}
