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
 * What is checked after plugins have registered: APIs and metric categories must be Besu's or a
 * plugin's.
 */
record OptionChecks(CommandLine commandLine, Release release) {

  void checkApis(final HttpOptions http, final PluginEndpoints endpoints) {
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
  }

  void checkCategories(final MetricsOptions metrics, final Categories categories) {
    final List<String> unknown = categories.unknownAmong(metrics.categories());
    if (!unknown.isEmpty()) {
      throw new ParameterException(
          commandLine, "--metrics-categories contains unknown categories: " + unknown);
    }
  }
}
