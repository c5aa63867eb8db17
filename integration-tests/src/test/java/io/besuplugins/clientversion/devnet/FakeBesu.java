// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A fake that behaves towards a plugin like a Besu release, started by a script like Besu's own.
 *
 * @param release the release, or the name of an announced form of the plugin API
 * @param commit the first eight digits of the release's commit
 */
public record FakeBesu(String release, String commit) implements Distribution {

  /** The last release without a method of its own. */
  public static final FakeBesu BESU_24_8_0 = new FakeBesu("24.8.0", "ac9f8bbd");

  /** The first release with a method of its own, which answers with a bare object. */
  public static final FakeBesu BESU_24_9_0 = new FakeBesu("24.9.0", "2881994f");

  /** The newest release. */
  public static final FakeBesu BESU_26_8_0 = new FakeBesu("26.8.0", "f2557d7c");

  /** The fakes of releases. */
  public static final List<FakeBesu> ALL = List.of(BESU_24_8_0, BESU_24_9_0, BESU_26_8_0);

  /** The announced plugin API with {@code defineOptions}. */
  public static final FakeBesu ANNOUNCED_L1 = new FakeBesu("26.9.0-L1", "a0000001");

  /** The announced plugin API with a context for each phase. */
  public static final FakeBesu ANNOUNCED_L2 = new FakeBesu("26.9.0-L2", "a0000002");

  /** The announced plugin API with {@code defineOptions} and new packages. */
  public static final FakeBesu ANNOUNCED_L3 = new FakeBesu("26.9.0-L3", "a0000003");

  /** The announced plugin API with a context for each phase and new packages. */
  public static final FakeBesu ANNOUNCED_L3_CONTEXTS =
      new FakeBesu("26.9.0-L3-contexts", "a0000004");

  private static final Path DISTRIBUTIONS = Path.of(System.getProperty("fake.besu.distributions"));

  /** The fake of that release, if there is one. */
  public static Optional<FakeBesu> of(final String release) {
    return ALL.stream().filter(fake -> fake.release.equals(release)).findAny();
  }

  @Override
  public ProcessBuilder besu(final Path plugins, final List<String> options) {
    final ProcessBuilder besu = new ProcessBuilder(home().resolve("bin/besu").toString());
    besu.command().addAll(options);
    besu.environment().put("JAVA_HOME", System.getProperty("java.home"));
    besu.environment().put("BESU_OPTS", "-XX:TieredStopAtLevel=1 -Dbesu.plugins.dir=" + plugins);
    return besu;
  }

  @Override
  public String toString() {
    return "fake Besu " + release;
  }

  /** Its directory, with {@code bin} and {@code lib}. */
  public Path home() {
    return DISTRIBUTIONS.resolve("besu-" + release);
  }

  /** The jar with its plugin API. */
  public Path jar() {
    return home().resolve("lib/besu-" + release + ".jar");
  }
}
