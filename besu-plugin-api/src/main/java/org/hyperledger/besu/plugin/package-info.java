// SPDX-License-Identifier: Apache-2.0
/**
 * The part of Besu's plugin API that the client version plugin calls or implements. Compile-only:
 * at run time Besu's own classes take its place.
 *
 * <p>The signatures are those of Besu 26.8.0. {@code BesuContext} is older, and the contexts per
 * phase are proposed; the Javadoc of each type says which releases have it.
 */
package org.hyperledger.besu.plugin;
