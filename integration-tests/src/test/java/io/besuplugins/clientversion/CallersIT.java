package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.Caller;
import io.besuplugins.clientversion.devnet.Node;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each caller that is known to exist: it is answered, and the node's log names it once. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.besuplugins.clientversion.Nodes#all")
class CallersIT {

  @Parameter Node node;

  @ParameterizedTest
  @MethodSource
  void isAnsweredAndNamedOnce(final Caller caller) {
    final String identity = caller.identity().orElseThrow();
    final List<String> news = newsWhileAskedTwiceBy(caller);

    assertThat(news.get(0))
        .satisfiesAnyOf(
            line -> assertThat(line).isEqualTo("INFO Consensus client: " + identity),
            line ->
                assertThat(line)
                    .startsWith("INFO Consensus client upgraded: from ")
                    .endsWith(" to " + identity),
            line ->
                assertThat(line)
                    .startsWith("INFO Consensus client changed: " + identity + " took over from "));
    assertThat(news.subList(1, news.size())).isEqualTo(noteOnUnlistedCode(caller, identity));
  }

  @ParameterizedTest
  @MethodSource
  void isAnsweredAndLeavesNoLine(final Caller caller) {
    assertThat(newsWhileAskedTwiceBy(caller)).isEmpty();
  }

  static Stream<Caller> isAnsweredAndNamedOnce() {
    return Arrays.stream(Caller.values()).filter(caller -> caller.identity().isPresent());
  }

  static Stream<Caller> isAnsweredAndLeavesNoLine() {
    return Arrays.stream(Caller.values()).filter(caller -> caller.identity().isEmpty());
  }

  private List<String> newsWhileAskedTwiceBy(final Caller caller) {
    final int before = node.log().saidByPlugin().size();
    for (int call = 0; call < 2; call++) {
      assertThat(caller.asks(node).json().get("result").findValuesAsText("code"))
          .containsExactly("BU");
    }
    return node.log().saidByPlugin().stream().skip(before).toList();
  }

  private static List<String> noteOnUnlistedCode(final Caller caller, final String identity) {
    return switch (caller) {
      case RPC_SNOOPER ->
          List.of(
              "INFO Client code RS is not on the Engine API's list of client codes: " + identity);
      case TEST_RUNNER ->
          List.of(
              "INFO Client code runner is not on the Engine API's list of client codes: "
                  + identity);
      default -> List.of();
    };
  }
}
