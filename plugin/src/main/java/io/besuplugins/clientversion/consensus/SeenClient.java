package io.besuplugins.clientversion.consensus;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.time.Instant;

/**
 * A consensus client that has called since the node started.
 *
 * @param client who it says it is
 * @param firstSeen its first call
 * @param lastSeen its latest call
 * @param calls how often it called
 */
public record SeenClient(ClientVersion client, Instant firstSeen, Instant lastSeen, long calls) {}
