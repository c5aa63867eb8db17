// SPDX-License-Identifier: Apache-2.0
/** The demonstration, and tests of what the documentation shows and names. */
package io.besuplugins.clientversion.documentation;
