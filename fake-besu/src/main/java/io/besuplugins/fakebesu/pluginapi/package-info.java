// SPDX-License-Identifier: Apache-2.0
/**
 * How a node calls a plugin; what differs by release is in a source root for each form of the API.
 */
package io.besuplugins.fakebesu.pluginapi;
