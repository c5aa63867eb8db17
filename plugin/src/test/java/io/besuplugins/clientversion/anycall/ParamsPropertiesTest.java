package io.besuplugins.clientversion.anycall;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParamsPropertiesTest {

  @Property(tries = 1_000)
  void answersOrRefusesAndShowsNothingButSafeText(@ForAll("params") final Object[] params) {
    final WatchedPlugin plugin = new WatchedPlugin();
    plugin.publishMetrics();
    plugin.answers(params);
    plugin.checkWhatIsShown();
  }

  @Property(tries = 1_000)
  void letsNothingOutWhereBesuAnswers(@ForAll("params") final Object[] params) {
    final WatchedPlugin plugin = new WatchedPlugin();
    plugin.publishMetrics();
    plugin.observes(params);
    plugin.checkWhatIsShown();
  }

  @Property(tries = 1_000)
  void takesWhateverJacksonReadsOfBytes(@ForAll("damaged") final byte[] json) {
    final WatchedPlugin plugin = new WatchedPlugin();
    plugin.publishMetrics();
    Wire.send(json, plugin::answers);
    Wire.send(json, plugin::observes);
    plugin.checkWhatIsShown();
  }

  @Provide
  Arbitrary<Object[]> params() {
    return AnyParams.params();
  }

  /** What a real client sends, with some of its bytes replaced. */
  @Provide
  Arbitrary<byte[]> damaged() {
    return Combinators.combine(
            Arbitraries.of(RealCallers.PARAMS),
            Arbitraries.bytes().list().ofMaxSize(3),
            Arbitraries.integers().between(0, 200))
        .as(
            (json, bytes, at) -> {
              final byte[] damaged = json.getBytes(StandardCharsets.UTF_8);
              for (int i = 0; i < bytes.size(); i++) {
                damaged[(at + i * i * 7) % damaged.length] = bytes.get(i);
              }
              return damaged;
            });
  }
}
