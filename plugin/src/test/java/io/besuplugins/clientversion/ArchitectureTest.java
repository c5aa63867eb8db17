// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;

@AnalyzeClasses(packagesOf = ClientVersionPlugin.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String PLUGIN = "io.besuplugins.clientversion";
  private static final String API = "org.hyperledger.besu.plugin..";

  /** Reads Besu's manifest. */
  private static final String BESU_CLIENT_VERSION = PLUGIN + ".besu.BesuClientVersion";

  /** Read the genesis file. */
  private static final String GENESIS = PLUGIN + "\\.besu\\.(GenesisFile|ModeDecision)";

  /** Each package, and what it may depend on besides itself and the JDK. */
  private static final Map<String, List<String>> MAY_DEPEND_ON =
      Map.of(
          ".client",
          List.of("com.fasterxml.jackson.."),
          ".besu",
          List.of(PLUGIN + ".client", "com.fasterxml.jackson..", "picocli", API),
          ".observer",
          List.of("org.apache.logging.log4j..", "org.slf4j"),
          ".rpc",
          List.of(PLUGIN + ".client", PLUGIN + ".besu", "com.fasterxml.jackson..", API),
          ".monitoring",
          List.of(PLUGIN + ".client", PLUGIN + ".besu", "org.slf4j", API),
          "",
          List.of(PLUGIN + "..", "org.slf4j", "com.google.auto.service", API));

  @ArchTest
  static void packagesDependOnlyOnTheseOthers(final JavaClasses plugin) {
    MAY_DEPEND_ON.forEach(
        (name, others) ->
            classes()
                .that()
                .resideInAPackage(PLUGIN + name)
                .should()
                .onlyDependOnClassesThat(
                    resideInAPackage("java..")
                        .or(resideInAPackage(PLUGIN + name))
                        .or(resideInAnyPackage(others.toArray(String[]::new))))
                .check(plugin));
    assertThat(plugin)
        .extracting(JavaClass::getPackageName)
        .allMatch(name -> MAY_DEPEND_ON.containsKey(name.substring(PLUGIN.length())));
  }

  @ArchTest
  static final ArchRule startsNoThreadOrProcess =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.lang\\.(Process.*|Runtime|Thread.*)|java\\.util\\.Timer"
                  + "|java\\.util\\.concurrent\\.(.*Executor.*|ForkJoin.*|CompletableFuture)");

  @ArchTest
  static final ArchRule opensNoFileOrConnection =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(BESU_CLIENT_VERSION)
          .and()
          .haveNameNotMatching(GENESIS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.util.jar", "javax..");

  @ArchTest
  static final ArchRule besuClientVersionOpensOnlyAJar =
      classes()
          .that()
          .haveFullyQualifiedName(BESU_CLIENT_VERSION)
          .should()
          .onlyDependOnClassesThat()
          .haveNameMatching(
              "java\\.(lang|util)\\..*|java\\.io\\.IOException|java\\.net\\.(URL|URLConnection"
                  + "|JarURLConnection)|"
                  + PLUGIN
                  + "\\..*");

  @ArchTest
  static final ArchRule onlyTheGenesisFileIsRead =
      classes()
          .that()
          .haveNameMatching(GENESIS)
          .should()
          .onlyDependOnClassesThat()
          .haveNameMatching(
              "java\\.(lang|util)\\..*|java\\.io\\.(File|IOException)|java\\.nio\\.file\\.Path"
                  + "|com\\.fasterxml\\.jackson\\..*|"
                  + PLUGIN
                  + "\\..*");
}
