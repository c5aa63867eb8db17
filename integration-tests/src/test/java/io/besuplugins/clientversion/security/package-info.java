// SPDX-License-Identifier: Apache-2.0
/** What attackers can and cannot do, with and without the JWT secret. */
package io.besuplugins.clientversion.security;
