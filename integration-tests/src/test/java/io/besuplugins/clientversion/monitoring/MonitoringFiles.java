// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.monitoring;

import java.nio.file.Path;

/** The files of {@code docs/monitoring}. */
public final class MonitoringFiles {

  private static final Path DIRECTORY =
      Path.of(System.getProperty("project.root"), "docs", "monitoring")
          .toAbsolutePath()
          .normalize();

  /** The recording and alerting rules. */
  public static final Path RULES = DIRECTORY.resolve("consensus-clients.rules.yml");

  /** The rules' unit tests. */
  public static final Path RULE_TESTS = DIRECTORY.resolve("consensus-clients.rules.test.yml");

  /** The Grafana dashboard. */
  public static final Path DASHBOARD = DIRECTORY.resolve("grafana-dashboard.json");

  /** The instructions. */
  public static final Path README = DIRECTORY.resolve("README.md");

  private MonitoringFiles() {}
}
