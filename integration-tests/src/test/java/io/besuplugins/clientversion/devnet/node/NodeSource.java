// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.node;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Runs a test with the {@link NodeConfiguration} of each distribution and genesis that is selected.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(NodeSource.Provider.class)
public @interface NodeSource {

  /** The configurations. */
  Selection value();

  /** Which configurations of the distributions whose plugin API the plugin supports. */
  enum Selection {
    ALL(node -> true),
    MERGE(node -> node.genesis() == Genesis.MERGE),
    ANSWER_MODE(NodeConfiguration::isAnsweredByPlugin),
    OBSERVE_MODE(node -> !node.isAnsweredByPlugin()),
    OBSERVE_MODE_ON_MERGE(MERGE.filter.and(OBSERVE_MODE.filter));

    private final Predicate<NodeConfiguration> filter;

    Selection(final Predicate<NodeConfiguration> filter) {
      this.filter = filter;
    }

    /** Every distribution with each genesis that it accepts. */
    public Stream<NodeConfiguration> configurations() {
      return Distribution.all()
          .filter(Distribution::hasSupportedPluginApi)
          .flatMap(
              besu -> Stream.of(Genesis.values()).map(each -> NodeConfiguration.of(besu, each)))
          .filter(
              node ->
                  node.genesis() != Genesis.NO_CONSENSUS || node.distribution().isAtLeast("26.7.0"))
          .filter(filter);
    }
  }

  /** Reads the annotation. */
  final class Provider extends AnnotationBasedArgumentsProvider<NodeSource> {

    @Override
    protected Stream<Arguments> provideArguments(
        final ParameterDeclarations parameters,
        final ExtensionContext context,
        final NodeSource source) {
      return source.value().configurations().map(Arguments::of);
    }
  }
}
