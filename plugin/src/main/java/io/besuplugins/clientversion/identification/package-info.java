// SPDX-License-Identifier: Apache-2.0
/**
 * The types of the Engine API's client version specification (execution-apis, {@code
 * src/engine/identification.md}): immutable values that are safe to print.
 *
 * <p>May depend on the JDK and on Jackson's annotations only.
 */
package io.besuplugins.clientversion.identification;
