// SPDX-License-Identifier: Apache-2.0
/** Tests of what the documentation shows and names. */
package io.besuplugins.clientversion.documentation;
