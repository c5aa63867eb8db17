/**
 * Plugins as Besu loads and runs them: where they come from, what they are offered, when each of
 * their methods is called and what happens when one of them throws.
 */
package io.besuplugins.clientversion.standin.plugin;
