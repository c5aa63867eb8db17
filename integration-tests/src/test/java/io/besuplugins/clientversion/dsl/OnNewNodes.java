// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl;

import io.besuplugins.clientversion.dsl.node.NodeSelection;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Runs a test with the configuration of each selected node; the test starts the node. */
@ParameterizedTest
@ArgumentsSource(OnNewNodes.Provider.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnNewNodes {

  NodeSelection value();

  final class Provider extends AnnotationBasedArgumentsProvider<OnNewNodes> {

    @Override
    protected Stream<Arguments> provideArguments(
        final ParameterDeclarations parameters,
        final ExtensionContext context,
        final OnNewNodes annotation) {
      return annotation.value().configurations().map(Arguments::of);
    }
  }
}
