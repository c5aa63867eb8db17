/**
 * The node's own JSON-RPC methods: few, and only what a plugin or its tests can meet. They may ask
 * the release, the network and the log, and open no port.
 */
package io.besuplugins.clientversion.standin.method;
