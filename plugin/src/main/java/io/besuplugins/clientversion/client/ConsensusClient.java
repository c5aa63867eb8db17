// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;

/**
 * A consensus client that has called since the node started, and its JSON form.
 *
 * @param client its identity
 * @param firstSeen its first call, to the second
 * @param lastSeen its most recent call, to the second; never before {@code firstSeen}
 * @param calls the number of its calls
 * @param current whether it made the most recent call of all clients
 */
public record ConsensusClient(
    @JsonUnwrapped ClientVersion client,
    @JsonSerialize(using = ToStringSerializer.class) Instant firstSeen,
    @JsonSerialize(using = ToStringSerializer.class) Instant lastSeen,
    long calls,
    boolean current) {}
