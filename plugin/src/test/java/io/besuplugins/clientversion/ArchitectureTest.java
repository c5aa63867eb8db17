// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

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
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.Writer;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

@AnalyzeClasses(packagesOf = ClientVersionPlugin.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String PLUGIN = "io.besuplugins.clientversion";
  private static final String BESU = PLUGIN + ".besu";
  private static final String API = " org.hyperledger.besu.plugin..";

  /** What a package may depend on besides itself and the JDK; the plugin's packages by name. */
  private static final Map<String, String> MAY_DEPEND_ON =
      Map.of(
          "identification",
          "com.fasterxml.jackson.annotation",
          "consensus",
          "identification com.fasterxml.jackson.annotation com.fasterxml.jackson.databind..",
          "jsonrpc",
          API,
          "engine",
          "identification consensus jsonrpc" + API,
          "besu",
          "identification com.fasterxml.jackson.core com.fasterxml.jackson.databind picocli" + API,
          "observer",
          "org.apache.logging.log4j.. org.slf4j",
          "operator",
          "identification consensus jsonrpc besu com.fasterxml.jackson.annotation org.slf4j" + API,
          "",
          "identification consensus engine besu observer operator org.slf4j"
              + " com.google.auto.service"
              + API);

  @ArchTest
  static void packagesDependOnlyOnWhatTheirDocumentationAllows(final JavaClasses plugin) {
    assertThat(plugin)
        .extracting(JavaClass::getPackageName)
        .allMatch(name -> MAY_DEPEND_ON.containsKey(name.replaceFirst("^" + PLUGIN + "\\.?", "")));
    MAY_DEPEND_ON.forEach(
        (name, others) ->
            classes()
                .that()
                .resideInAPackage(fullName(name))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                    Stream.of(name + " java.. " + others)
                        .flatMap(names -> Stream.of(names.split(" +", -1)))
                        .map(ArchitectureTest::fullName)
                        .toArray(String[]::new))
                .check(plugin));
  }

  private static String fullName(final String name) {
    return name.contains(".") || name.equals("picocli")
        ? name
        : name.isEmpty() ? PLUGIN : PLUGIN + "." + name;
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
