package io.besuplugins.clientversion.standin;

import io.besuplugins.clientversion.standin.cli.HttpOptions;
import io.besuplugins.clientversion.standin.cli.MetricsOptions;
import io.besuplugins.clientversion.standin.metrics.Categories;
import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.rpc.ApiGroup;
import io.besuplugins.clientversion.standin.rpc.PluginEndpoints;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * What can only be checked after plugins have registered: APIs and metric categories that must be
 * Besu's or a plugin's.
 */
record OptionChecks(CommandLine commandLine, Release release) {

  void check(
      final HttpOptions http,
      final MetricsOptions metrics,
      final PluginEndpoints endpoints,
      final Categories categories) {
    final boolean allKnown =
        http.apis().stream()
            .allMatch(api -> ApiGroup.isKnown(api, release) || endpoints.knows(api));
    if (!allKnown) {
      final List<String> invalid =
          http.apis().stream().filter(api -> !ApiGroup.isKnown(api, release)).toList();
      throw new ParameterException(
          commandLine,
          "Invalid value for option '--rpc-http-api': invalid entries found " + invalid);
    }
    final List<String> unknown = categories.unknownAmong(metrics.categories());
    if (!unknown.isEmpty()) {
      throw new ParameterException(
          commandLine, "--metrics-categories contains unknown categories: " + unknown);
    }
  }
}
