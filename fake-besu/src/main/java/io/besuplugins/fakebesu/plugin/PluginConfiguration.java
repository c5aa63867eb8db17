// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which plugins are loaded, and what happens when one of them fails. */
public final class PluginConfiguration {

  @Option(names = "--plugins", split = ",", description = "Plugins to load (default: all)")
  private List<String> plugins = new ArrayList<>();

  @Option(
      names = "--plugin-continue-on-error",
      arity = "0..1",
      description = "Start even if a plugin fails (default: ${DEFAULT-VALUE})")
  private boolean continueOnError;

  @Option(
      names = "--plugins-verification-mode",
      description = "NONE or FULL (default: ${DEFAULT-VALUE})")
  private VerificationMode verificationMode = VerificationMode.NONE;

  /** Where the plugins' jars are. */
  Path directory() {
    return Path.of(
        System.getProperty("besu.plugins.dir", System.getProperty("besu.home", ".") + "/plugins"));
  }

  /** The simple class names of the plugins to load; none for all. */
  List<String> requested() {
    return plugins;
  }

  boolean continuesOnError() {
    return continueOnError;
  }

  boolean isVerificationFull() {
    return verificationMode == VerificationMode.FULL;
  }

  private enum VerificationMode {
    NONE,
    FULL
  }
}
