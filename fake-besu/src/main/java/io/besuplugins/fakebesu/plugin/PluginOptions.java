// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu.plugin;

import java.util.Arrays;
import java.util.List;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import picocli.CommandLine.Model.CommandSpec;

/** Adds the options of plugins to the command line. picocli rejects an option that it has. */
public record PluginOptions(CommandSpec command) implements PicoCLIOptions {

  @Override
  public void addPicoCLIOptions(final String namespace, final Object optionObject) {
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
}
