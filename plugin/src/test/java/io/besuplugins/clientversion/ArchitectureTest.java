package io.besuplugins.clientversion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
          .whereLayer("plugin")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("engine")
          .mayOnlyBeAccessedByLayers("plugin")
          .whereLayer("operator")
          .mayOnlyBeAccessedByLayers("plugin")
          .whereLayer("execution")
          .mayOnlyBeAccessedByLayers("plugin")
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
  static final ArchRule onlyTheEngineMeetingAndThePluginKnowBesu =
      noClasses()
          .that()
          .resideOutsideOfPackages(PLUGIN, PLUGIN + ".engine")
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
          .resideInAPackage("org.slf4j..");

  @ArchTest
  static final ArchRule noThreadNoFileNoNetworkOfItsOwn =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Thread.class, java.io.File.class, java.nio.file.Files.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "java.nio.channels..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.concurrent\\..*Executor.*|java\\.util\\.Timer");
}
