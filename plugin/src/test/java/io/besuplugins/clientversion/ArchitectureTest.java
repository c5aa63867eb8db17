// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.Set;

@AnalyzeClasses(packagesOf = ClientVersionPlugin.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String PLUGIN = "io.besuplugins.clientversion";
  private static final String BESU = PLUGIN + ".besu";
  private static final String API = " org.hyperledger.besu.plugin..";

  /** Each package of the plugin, and what it may depend on besides itself and the JDK. */
  private static final String[] MAY_DEPEND_ON = {
    ".identification com.fasterxml.jackson.annotation",
    ".consensus .identification com.fasterxml.jackson.annotation",
    ".engine .identification .consensus .besu" + API,
    ".besu .identification com.fasterxml.jackson.core com.fasterxml.jackson.databind picocli" + API,
    ".observer org.apache.logging.log4j.. org.slf4j",
    ".operator .identification .consensus .besu com.fasterxml.jackson.annotation org.slf4j" + API,
    PLUGIN
        + " .identification .consensus .engine .besu .observer .operator org.slf4j"
        + " com.google.auto.service"
        + API
  };

  @ArchTest
  static void packagesDependOnlyOnWhatTheirDocumentationAllows(final JavaClasses plugin) {
    final Set<String> packages = new HashSet<>();
    for (final String rule : MAY_DEPEND_ON) {
      final String[] names = rule.replaceAll("(^| )\\.", "$1" + PLUGIN + ".").split(" ");
      packages.add(names[0]);
      classes()
          .that()
          .resideInAPackage(names[0])
          .should()
          .onlyDependOnClassesThat(resideInAPackage("java..").or(resideInAnyPackage(names)))
          .check(plugin);
    }
    assertThat(plugin).extracting(JavaClass::getPackageName).isSubsetOf(packages);
  }

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching(PLUGIN + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyOnePackageLoadsClassesOfBesuByName =
      noClasses()
          .that()
          .resideOutsideOfPackage(BESU)
          .and()
          .doNotBelongToAnyOf(ClientVersionPlugin.class)
          .should()
          .callMethod(Class.class, "forName", String.class)
          .orShould()
          .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
          .orShould()
          .callMethod(ClassLoader.class, "loadClass", String.class);

  @ArchTest
  static final ArchRule startsNoThreadAndOpensNoConnectionOrStream =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.lang\\.Thread|java\\.util\\.Timer|java\\.net\\.(http\\..*|.*Socket)"
                  + "|java\\.util\\.concurrent\\.(.*Executor.*|CompletableFuture)"
                  + "|java\\.nio\\.(file\\.Files|channels\\..*)|java\\.io\\.(File.*Stream|.*Writer)");

  @ArchTest
  static final ArchRule opensNoFileButTheGenesisFile =
      noClasses()
          .that()
          .resideOutsideOfPackage(BESU)
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.File|java\\.nio\\.file\\..*");
}
