package io.besuplugins.clientversion.standin.rpc;

import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.release.Span;
import java.util.Arrays;

/** The APIs that {@code --rpc-http-api} may always name, in upper case. */
public enum ApiGroup {
  ADMIN(Span.always()),
  CLIQUE(Span.until("26.4.0")),
  DEBUG(Span.always()),
  EEA(Span.until("25.7.0")),
  ENGINE(Span.always()),
  ETH(Span.always()),
  IBFT(Span.always()),
  MINER(Span.always()),
  NET(Span.always()),
  PERM(Span.always()),
  PLUGINS(Span.always()),
  PRIV(Span.until("25.7.0")),
  QBFT(Span.always()),
  TESTING(Span.since("26.4.0")),
  TRACE(Span.always()),
  TXPOOL(Span.always()),
  WEB3(Span.always());

  private final Span span;

  ApiGroup(final Span span) {
    this.span = span;
  }

  /**
   * Whether a release has an API.
   *
   * @param api its name
   * @param release the release
   * @return whether it has
   */
  public static boolean isKnown(final String api, final Release release) {
    return Arrays.stream(values())
        .anyMatch(group -> group.name().equals(api) && group.span.contains(release.version()));
  }
}
