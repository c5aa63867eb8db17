// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Besu's command line, with those of its options that the plugin reads. */
@Command
public final class FakeBesuCommand implements PicoCLIOptions {

  @Option(names = "--genesis-file")
  private Path genesisFile;

  @Option(names = "--rpc-http-enabled")
  private boolean isHttpEnabled;

  @Option(names = "--rpc-ws-enabled")
  private boolean isWebSocketEnabled;

  @Option(names = "--rpc-http-api", split = ",", defaultValue = "ETH,NET,WEB3")
  private List<String> httpApis;

  @Option(names = "--rpc-ws-api", split = ",", defaultValue = "ETH,NET,WEB3")
  private List<String> webSocketApis;

  private final CommandLine commandLine = new CommandLine(this);

  @Override
  public void addPicoCLIOptions(final String namespace, final Object options) {
    commandLine.getCommandSpec().addMixin(namespace, CommandSpec.forAnnotatedObject(options));
  }

  public Set<String> namespaces() {
    return commandLine.getCommandSpec().mixins().keySet();
  }

  public void parse(final String... arguments) {
    commandLine.parseArgs(arguments);
  }
}
