package io.besuplugins.clientversion.anycall;

/** One call whose params are any bytes, once where the plugin answers and once where Besu does. */
public final class ParamsFuzzTarget {

  private static final FuzzedInputs INPUTS = new FuzzedInputs(ParamsFuzzTarget.class);

  private ParamsFuzzTarget() {}

  /** What the fuzzer calls with each input. */
  public static void fuzzerTestOneInput(final byte[] json) {
    INPUTS.take(
        () -> {
          final WatchedPlugin plugin = new WatchedPlugin();
          Wire.send(json, plugin::answers);
          plugin.publishMetrics();
          Wire.send(json, plugin::observes);
          plugin.checkWhatIsShown();
        });
  }

  /** What the fuzzer calls when it ends. */
  public static void fuzzerTearDown() {
    INPUTS.tell();
  }
}
