// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.fakebesu;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the fake of the release that the manifest of its jar names. */
public final class FakeBesu {

  private FakeBesu() {}

  /** Runs until a signal ends the process, with Besu's options and exit status. */
  public static void main(final String... args) throws Exception {
    System.setProperty("log4j.shutdownHookEnabled", "false");
    System.setProperty("vertx.disableFileCPResolving", "true");
    System.setProperty(
        "vertx.logger-delegate-factory-class-name",
        "io.vertx.core.logging.SLF4JLogDelegateFactory");
    final Logger log = LoggerFactory.getLogger("org.hyperledger.besu.Besu");
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, error) ->
            log.error("Uncaught exception in thread \"{}\"", thread.getName(), error));
    System.exit(new BesuCommand().execute(args));
  }
}
