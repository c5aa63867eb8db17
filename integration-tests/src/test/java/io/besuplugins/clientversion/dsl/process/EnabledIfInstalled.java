// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.process;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test if one of the programs is missing, and prints which. */
@ExtendWith(EnabledIfInstalled.Condition.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface EnabledIfInstalled {

  InstalledProgram[] value();

  final class Condition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(final ExtensionContext context) {
      return findAnnotation(context.getElement(), EnabledIfInstalled.class).stream()
          .flatMap(annotation -> Stream.of(annotation.value()))
          .filter(program -> !program.isInstalled())
          .findFirst()
          .map(Condition::skip)
          .orElse(enabled("all programs are installed"));
    }

    private static ConditionEvaluationResult skip(final InstalledProgram missing) {
      // JUnit's own reason for a skipped test reaches only the reports, not the build's output.
      System.out.println("Skipped: " + missing.howToInstall());
      return disabled(missing.howToInstall());
    }
  }
}
