package io.besuplugins.clientversion.anycall;

import static org.assertj.core.api.Assertions.assertThat;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClientVersionPropertiesTest {

  @Property(tries = 3_000)
  void isBoundedPrintableAndItselfWhenMadeOfItsOwnParts(
      @ForAll("texts") final String code,
      @ForAll("texts") final String name,
      @ForAll("texts") final String version,
      @ForAll("texts") final String commit) {
    Promises.holdForIdentity(new ClientVersion(code, name, version, commit));
  }

  @Property(tries = 2_000)
  void isTheSameWhicheverWayACommitIsWritten(@ForAll("hex") final String digits) {
    final ClientVersion client = withCommit(digits);

    assertThat(withCommit("0x" + digits)).isEqualTo(client).hasSameHashCodeAs(client);
    assertThat(withCommit("0X" + digits.toUpperCase(Locale.ROOT))).isEqualTo(client);
    assertThat(withCommit(" " + digits.toUpperCase(Locale.ROOT) + "\n")).isEqualTo(client);
  }

  @Provide
  Arbitrary<String> texts() {
    return AnyParams.text();
  }

  @Provide
  Arbitrary<String> hex() {
    return Arbitraries.strings()
        .withChars("0123456789abcdefABCDEF")
        .ofMaxLength(Promises.LONGEST_TEXT);
  }

  private static ClientVersion withCommit(final String commit) {
    return new ClientVersion("LH", "Lighthouse", "v5.3.0", commit);
  }
}
