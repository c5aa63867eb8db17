/**
 * The signatures of Besu's plugin API that the client version plugin calls or implements, in the
 * shape of release 25.6.0: the newest one in which both kinds of context exist.
 *
 * <p>Only to compile against. At run time Besu's own classes take their place, so nothing here may
 * have a body, and nothing may be here that the plugin does not use.
 */
package org.hyperledger.besu.plugin;
