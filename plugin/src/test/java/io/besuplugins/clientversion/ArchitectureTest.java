package io.besuplugins.clientversion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.besuplugins.clientversion.engine.EngineLogObserver;
import io.besuplugins.clientversion.engine.RunningBesu;
import java.io.File;
import java.io.FileOutputStream;
import java.io.Writer;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;

@AnalyzeClasses(packagesOf = ClientVersionPlugin.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String PLUGIN = "io.besuplugins.clientversion";
  private static final String BESU = "org.hyperledger.besu..";

  @ArchTest
  static final ArchRule roomsTouchOnlyWhatTheySay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("plugin")
          .definedBy(PLUGIN)
          .layer("identification")
          .definedBy(PLUGIN + ".identification")
          .layer("execution")
          .definedBy(PLUGIN + ".execution")
          .layer("consensus")
          .definedBy(PLUGIN + ".consensus")
          .layer("engine")
          .definedBy(PLUGIN + ".engine")
          .layer("operator")
          .definedBy(PLUGIN + ".operator")
          .layer("jsonrpc")
          .definedBy(PLUGIN + ".jsonrpc")
          .whereLayer("plugin")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("engine")
          .mayOnlyBeAccessedByLayers("plugin")
          .whereLayer("operator")
          .mayOnlyBeAccessedByLayers("plugin")
          .whereLayer("execution")
          .mayOnlyBeAccessedByLayers("plugin")
          .whereLayer("jsonrpc")
          .mayOnlyBeAccessedByLayers("engine", "operator")
          .whereLayer("consensus")
          .mayOnlyBeAccessedByLayers("plugin", "engine", "operator");

  @ArchTest
  static final ArchRule noRoomsDependOnEachOtherInACircle =
      slices().matching(PLUGIN + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule vocabularyIsPure =
      classes()
          .that()
          .resideInAPackage(PLUGIN + ".identification")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              PLUGIN + ".identification", "java..", "com.fasterxml.jackson.annotation");

  @ArchTest
  static final ArchRule executionAndConsensusKnowTheVocabularyOnly =
      classes()
          .that()
          .resideInAnyPackage(PLUGIN + ".execution", PLUGIN + ".consensus")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              PLUGIN + ".execution", PLUGIN + ".consensus", PLUGIN + ".identification", "java..");

  @ArchTest
  static final ArchRule vocabularyExecutionAndConsensusKnowNothingOfBesu =
      noClasses()
          .that()
          .resideInAnyPackage(
              PLUGIN + ".identification", PLUGIN + ".execution", PLUGIN + ".consensus")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BESU);

  @ArchTest
  static final ArchRule linesAreWordedForTheOperatorInOneRoom =
      noClasses()
          .that()
          .resideOutsideOfPackages(PLUGIN, PLUGIN + ".operator")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Logger.class);

  @ArchTest
  static final ArchRule oneClassKnowsLog4jCore =
      noClasses()
          .that()
          .doNotBelongToAnyOf(EngineLogObserver.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.logging..");

  @ArchTest
  static final ArchRule noThreadAndNoNetworkOfItsOwn =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Thread.class, Socket.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "java.nio.channels..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.concurrent\\..*Executor.*|java\\.util\\.Timer");

  @ArchTest
  static final ArchRule noFileOfItsOwnAndOneClassReadsTheGenesis =
      noClasses()
          .that()
          .doNotBelongToAnyOf(RunningBesu.class)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(File.class, Path.class, Files.class, FileOutputStream.class)
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Writer.class);
}
