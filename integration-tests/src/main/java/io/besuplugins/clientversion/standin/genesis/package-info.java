/** The network: what of a genesis decides how a plugin fares. Values that ask only the release. */
package io.besuplugins.clientversion.standin.genesis;
