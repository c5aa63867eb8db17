// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.plugin;

import java.util.Arrays;
import java.util.List;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import picocli.CommandLine.Model.CommandSpec;

/** Adds the options of plugins to the command line, as long as that is not parsed. */
public final class PluginOptions implements PicoCLIOptions {

  private final CommandSpec command;
  private boolean isClosed;
  private boolean isViolated;

  /** Adds options to a command. */
  public PluginOptions(final CommandSpec command) {
    this.command = command;
  }

  @Override
  public void addPicoCLIOptions(final String namespace, final Object optionObject) {
    if (isClosed) {
      isViolated = true;
      throw new IllegalStateException("Options can only be added in defineOptions");
    }
    final CommandSpec options = CommandSpec.forAnnotatedObject(optionObject);
    final List<String> misnamed =
        options.options().stream()
            .flatMap(option -> Arrays.stream(option.names()))
            .filter(name -> !name.matches("--X?plugin-" + namespace + "-.*"))
            .toList();
    if (!misnamed.isEmpty()) {
      throw new IllegalArgumentException("Plugin options without the plugin's prefix: " + misnamed);
    }
    command.addMixin("Plugin " + namespace, options);
  }

  /** Takes no more options. */
  void close() {
    isClosed = true;
  }

  /** Whether options came when none were taken any more. */
  boolean isViolated() {
    return isViolated;
  }
}
