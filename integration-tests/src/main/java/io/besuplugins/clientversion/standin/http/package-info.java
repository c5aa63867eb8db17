/**
 * The HTTP ports: who may come in, how a body becomes calls and how answers leave. What the calls
 * mean is not known here.
 */
package io.besuplugins.clientversion.standin.http;
