package io.besuplugins.clientversion.standin.metrics;

import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.release.Trait;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;
import org.hyperledger.besu.plugin.services.metrics.MetricCategoryRegistry;

/**
 * The metric categories there are, Besu's and the plugins'. Those of plugins are off by default and
 * known by their names in upper case; in some releases the operator cannot name them at all.
 */
public final class Categories implements MetricCategoryRegistry {

  private final Map<String, MetricCategory> byKey = new HashMap<>();
  private final boolean takesPluginCategories;
  private final boolean ignoresCase;

  /**
   * Besu's own categories.
   *
   * @param release the release
   */
  public Categories(final Release release) {
    this.takesPluginCategories = !release.has(Trait.FREEZES_METRIC_CATEGORIES_BEFORE_PLUGINS);
    this.ignoresCase = release.has(Trait.IGNORES_CASE_OF_METRIC_CATEGORIES);
    Arrays.stream(BesuCategory.values()).forEach(category -> byKey.put(category.name(), category));
  }

  @Override
  public void addMetricCategory(final MetricCategory newMetricCategory) {
    if (takesPluginCategories) {
      byKey.put(newMetricCategory.getName().toUpperCase(Locale.ROOT), newMetricCategory);
    }
  }

  /**
   * Which of the operator's categories do not exist.
   *
   * @param keys what the operator named
   * @return those that are unknown
   */
  public List<String> unknownAmong(final Collection<String> keys) {
    return keys.stream().filter(key -> !byKey.containsKey(keyOf(key))).toList();
  }

  /**
   * The names of the categories that are on. Besu compares names, not categories.
   *
   * @param keys what the operator named, which replaces the default; empty for the default
   * @return the names
   */
  public Set<String> enabledNames(final Collection<String> keys) {
    if (keys.isEmpty()) {
      return Arrays.stream(BesuCategory.values())
          .filter(BesuCategory::isOnByDefault)
          .map(MetricCategory::getName)
          .collect(Collectors.toUnmodifiableSet());
    }
    return keys.stream()
        .map(key -> byKey.get(keyOf(key)).getName())
        .collect(Collectors.toUnmodifiableSet());
  }

  private String keyOf(final String key) {
    return ignoresCase ? key.toUpperCase(Locale.ROOT) : key;
  }
}
