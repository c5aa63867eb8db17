/**
 * JSON-RPC as Besu speaks it: calls, answers, which method answers which call. Knows nothing of
 * HTTP and nothing of what the methods do.
 */
package io.besuplugins.clientversion.standin.rpc;
