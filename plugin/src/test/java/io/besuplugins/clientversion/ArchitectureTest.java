// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.Writer;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@AnalyzeClasses(packagesOf = ClientVersionPlugin.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String PLUGIN = "io.besuplugins.clientversion";
  private static final String BESU = PLUGIN + ".besu";
  private static final String CONSENSUS = PLUGIN + ".consensus";
  private static final String ENGINE = PLUGIN + ".engine";
  private static final String IDENTIFICATION = PLUGIN + ".identification";
  private static final String JSONRPC = PLUGIN + ".jsonrpc";
  private static final String OBSERVER = PLUGIN + ".observer";
  private static final String OPERATOR = PLUGIN + ".operator";
  private static final String BESU_API = "org.hyperledger.besu.plugin..";
  private static final String JACKSON = "com.fasterxml.jackson..";
  private static final String JACKSON_ANNOTATIONS = "com.fasterxml.jackson.annotation";
  private static final String SLF4J = "org.slf4j";

  /** What the classes of a package may depend on besides their own package and the JDK. */
  private static final Map<String, List<String>> MAY_DEPEND_ON =
      Map.of(
          IDENTIFICATION,
          List.of(JACKSON_ANNOTATIONS),
          CONSENSUS,
          List.of(IDENTIFICATION, JACKSON_ANNOTATIONS, "com.fasterxml.jackson.databind.."),
          JSONRPC,
          List.of(BESU_API),
          ENGINE,
          List.of(IDENTIFICATION, CONSENSUS, JSONRPC, BESU_API),
          BESU,
          List.of(IDENTIFICATION, BESU_API, JACKSON, "picocli"),
          OBSERVER,
          List.of("org.apache.logging.log4j..", SLF4J),
          OPERATOR,
          List.of(IDENTIFICATION, CONSENSUS, JSONRPC, BESU, BESU_API, JACKSON_ANNOTATIONS, SLF4J),
          PLUGIN,
          List.of(
              IDENTIFICATION,
              CONSENSUS,
              ENGINE,
              BESU,
              OBSERVER,
              OPERATOR,
              BESU_API,
              SLF4J,
              "com.google.auto.service"));

  @ArchTest
  static void packagesDependOnlyOnWhatTheirDocumentationAllows(final JavaClasses plugin) {
    assertEveryPackageIsListed(plugin);
    MAY_DEPEND_ON.forEach(
        (name, allowed) ->
            classes()
                .that()
                .resideInAPackage(name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                    Stream.concat(Stream.of(name, "java.."), allowed.stream())
                        .toArray(String[]::new))
                .check(plugin));
  }

  private static void assertEveryPackageIsListed(final JavaClasses plugin) {
    classes()
        .should()
        .resideInAnyPackage(MAY_DEPEND_ON.keySet().toArray(String[]::new))
        .check(plugin);
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
  static final ArchRule startsNoThreadAndOpensNoConnection =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Thread.class, Socket.class, ServerSocket.class, DatagramSocket.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "java.nio.channels..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.util\\.concurrent\\.(.*Executor.*|CompletableFuture)|java\\.util\\.Timer");

  @ArchTest
  static final ArchRule opensNoFileButTheGenesisFile =
      noClasses()
          .that()
          .resideOutsideOfPackage(BESU)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(File.class, Path.class)
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Files.class, FileInputStream.class, FileOutputStream.class, Writer.class);
}
