package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.devnet.AnswerReader;
import io.besuplugins.clientversion.devnet.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What each consensus client makes of the plugin's answer, by that client's own rules. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.besuplugins.clientversion.Nodes#thatLeaveTheAnswerToThePlugin")
class ParsingRulesIT {

  @Parameter Node node;

  @Test
  void letLighthouseCacheAllFourFields() {
    assertThat(whatIsLeftOfTheAnswerTo(AnswerReader.LIGHTHOUSE))
        .isEqualTo("cached: BU Besu " + release() + " " + commit() + ", graffiti " + graffiti());
  }

  @Test
  void letTekuLogNameAndVersion() {
    assertThat(whatIsLeftOfTheAnswerTo(AnswerReader.TEKU))
        .isEqualTo("log: Execution Client version: Besu " + release() + ", graffiti " + graffiti());
  }

  @Test
  void letPrysmRelayTheAnswer() {
    assertThat(whatIsLeftOfTheAnswerTo(AnswerReader.PRYSM))
        .isEqualTo(
            "/eth/v2/node/version: BU Besu %s %s, graffiti %s"
                .formatted(release(), commit(), graffiti()));
  }

  @Test
  void letLodestarCacheEightDigitsOfTheCommit() {
    assertThat(whatIsLeftOfTheAnswerTo(AnswerReader.LODESTAR))
        .isEqualTo("cached: BU Besu " + release() + " " + commit() + ", graffiti " + graffiti());
  }

  @Test
  void letGrandineLogAllFourFields() {
    assertThat(whatIsLeftOfTheAnswerTo(AnswerReader.GRANDINE))
        .isEqualTo(
            "log: updated client version: BU Besu %s %s, graffiti %s"
                .formatted(release(), commit(), graffiti()));
  }

  @Test
  void letCaplinWriteTheNodeIntoItsGraffiti() {
    assertThat(whatIsLeftOfTheAnswerTo(AnswerReader.CAPLIN)).isEqualTo("graffiti " + graffiti());
  }

  @Test
  void letNimbusReadFourBytes() {
    assertThat(whatIsLeftOfTheAnswerTo(AnswerReader.NIMBUS))
        .isEqualTo("read: BU Besu " + release() + " " + commit());
  }

  @Test
  void letBeaconKitLabelItsGauge() {
    assertThat(whatIsLeftOfTheAnswerTo(AnswerReader.BEACON_KIT))
        .isEqualTo("gauge: eth_name=\"Besu\" eth_version=\"" + release() + "\"");
  }

  private String whatIsLeftOfTheAnswerTo(final AnswerReader client) {
    return client.read(client.caller().asks(node).json().get("result"));
  }

  private String release() {
    return node.distribution().release();
  }

  private String commit() {
    return node.distribution().commit();
  }

  private String graffiti() {
    return "BU" + commit().substring(0, 4);
  }
}
