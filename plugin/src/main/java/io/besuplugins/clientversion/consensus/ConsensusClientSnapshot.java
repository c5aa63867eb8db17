// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.consensus;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.besuplugins.clientversion.identification.ClientVersion;

/**
 * A consensus client that has called since the node started, and its JSON form.
 *
 * @param client its identity
 * @param firstSeen its first call, to the second, in ISO 8601
 * @param lastSeen its most recent call, to the second, in ISO 8601
 * @param calls the number of its calls
 * @param current whether it made the most recent call of all clients
 */
public record ConsensusClientSnapshot(
    @JsonUnwrapped ClientVersion client,
    String firstSeen,
    String lastSeen,
    long calls,
    boolean current) {}
