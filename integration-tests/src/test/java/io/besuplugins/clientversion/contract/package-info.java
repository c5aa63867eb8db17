// SPDX-License-Identifier: Apache-2.0
/**
 * What any Besu does towards plugins, with or without this one. {@code -Dgroups=contract} runs
 * these tests alone, for instance on a new release.
 */
package io.besuplugins.clientversion.contract;
