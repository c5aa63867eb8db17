package io.besuplugins.clientversion.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.besuplugins.clientversion.BesuClasses;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class RunningBesuTest {

  @TempDir Path dir;

  @Test
  void hasNoAnswerUpTo24Point8() throws Exception {
    assertThat(answersByItself(BesuClasses.besu24Point8(true))).isFalse();
    assertThat(answersByItself(BesuClasses.besu24Point8(false))).isFalse();
  }

  @Test
  void answersOnMergeNetworksFrom24Point9On() throws Exception {
    assertThat(answersByItself(BesuClasses.besu24Point9(true))).isTrue();
    assertThat(answersByItself(BesuClasses.besu24Point10(true))).isTrue();
  }

  @Test
  void doesNotAnswerOnOtherNetworks() throws Exception {
    assertThat(answersByItself(BesuClasses.besu24Point9(false))).isFalse();
    assertThat(answersByItself(BesuClasses.besu24Point10(false))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ethash", "fixeddifficulty", "ibft2", "qbft", "clique", "QBFT", "iBft2"})
  void doesNotAnswerWhereTheGenesisNamesAnotherConsensus(final String key) throws Exception {
    final Path genesis =
        genesis("{\"alloc\":{\"a\":{\"config\":1}},\"Config\":{\"chainId\":1,\"%s\":{}}}", key);

    assertThat(answersByItself(BesuClasses.besu24Point10(false), "--genesis-file=" + genesis))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"config\":{\"chainId\":1,\"londonBlock\":0}}",
        "{\"config\":{\"nested\":{\"qbft\":{}},\"shanghaiTime\":0}}",
        "{\"qbft\":{},\"config\":{}}",
        "{}"
      })
  void mayAnswerWhereTheGenesisNamesNoConsensusAtAll(final String json) throws Exception {
    final Path genesis = genesis(json, "");

    assertThat(answersByItself(BesuClasses.besu24Point10(false), "--genesis-file=" + genesis))
        .isTrue();
  }

  @Test
  void cannotTellWhereTheGenesisCannotBeRead() {
    assertThatThrownBy(
            () ->
                answersByItself(
                    BesuClasses.besu24Point10(false), "--genesis-file=" + dir.resolve("none")))
        .isInstanceOfAny(NoSuchFileException.class, IOException.class);
  }

  @Test
  void cannotTellWhereBesuKeepsItsClassesElsewhere() {
    assertThatThrownBy(() -> answersByItself(BesuClasses.none()))
        .isInstanceOf(ClassNotFoundException.class);
    assertThatThrownBy(() -> answersByItself(BesuClasses.none().knowingMethod(true)))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void doesNotNeedTheOptionsWhereTheFlagsTell() throws Exception {
    final NodeOptions unknown = new NodeOptions();

    assertThat(new RunningBesu(BesuClasses.besu24Point10(true).loader(), unknown).answersByItself())
        .isTrue();
    assertThat(new RunningBesu(BesuClasses.besu24Point8(false).loader(), unknown).answersByItself())
        .isFalse();
  }

  private Path genesis(final String json, final String key) throws IOException {
    return Files.writeString(dir.resolve("genesis.json"), json.formatted(key));
  }

  private static boolean answersByItself(final BesuClasses besu, final String... args)
      throws Exception {
    final NodeOptions options = new NodeOptions();
    final CommandLine node = new CommandLine(new Node());
    node.getCommandSpec()
        .addMixin("plugin", CommandLine.Model.CommandSpec.forAnnotatedObject(options));
    node.parseArgs(args);
    return new RunningBesu(besu.loader(), options).answersByItself();
  }

  @Command
  private static final class Node {
    @Option(names = "--genesis-file")
    private File genesis;
  }
}
