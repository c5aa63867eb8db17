// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

/** The plugin's lifecycle. It takes Besu's objects as {@code Object}, to load no type of Besu. */
interface PluginLifecycle {

  /** With a {@code PicoCLIOptions}, before the command line is parsed; announced, not released. */
  void defineOptions(Object commandLine);

  /** With a {@code BesuContext}, on Besu 24.4.0 to 24.10.0. */
  void registerWithBesuContext(Object context);

  /** With a {@code ServiceManager}, on Besu 24.12.0 and newer. */
  void registerWithServiceManager(Object context);

  /** The command line has been parsed; RPC methods may still be registered. */
  void beforeExternalServices();

  /** The RPC servers are running; Besu's metrics system is available. */
  void start();

  void stop();
}
