// SPDX-License-Identifier: Apache-2.0
/**
 * Arbitrary calls, and what must hold whatever they are ({@link
 * io.besuplugins.clientversion.robustness.OutputInvariants}): Jazzer varies the parameters of a
 * call, jqwik sequences of calls.
 *
 * <p>Every {@code mvn verify} runs both; {@code mvn -Pfuzz verify -pl besu-plugin-api,plugin} tries
 * more than a million parameters. A finding is stored as {@code plugin/target/fuzz/crash-…}; copied
 * into the {@code corpus} beside it, it is tried first in the next run.
 */
package io.besuplugins.clientversion.robustness;
