/** What Besu does to log4j at start and when it is told to; nobody else touches log4j. */
package io.besuplugins.clientversion.standin.logging;
