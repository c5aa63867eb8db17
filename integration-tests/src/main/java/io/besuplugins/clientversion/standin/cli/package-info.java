/**
 * The command line, the environment and the configuration file: Besu's names, defaults and refusals
 * for the options that plugins and their tests need. Knows options, not what they lead to.
 */
package io.besuplugins.clientversion.standin.cli;
