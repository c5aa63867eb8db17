// SPDX-License-Identifier: Apache-2.0
/**
 * The RPC method {@code engine_getClientVersionV1} and the recording of its callers.
 *
 * <p>May depend on {@code identification}, {@code consensus}, {@code besu} and Besu's plugin API.
 */
package io.besuplugins.clientversion.engine;
