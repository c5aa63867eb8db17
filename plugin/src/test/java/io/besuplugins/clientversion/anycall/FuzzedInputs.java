package io.besuplugins.clientversion.anycall;

/** How many inputs a fuzz target took, told at its end. */
final class FuzzedInputs {

  private final String target;
  private long taken;
  private long passed;

  FuzzedInputs(final Class<?> target) {
    this.target = target.getSimpleName();
  }

  void take(final Runnable input) {
    taken++;
    input.run();
    passed++;
  }

  /** Prints the count; a fuzzer that went blind, without the plugin's code to guide it, fails. */
  void tell() {
    final int places = guides();
    final boolean isBlind = taken == passed && places == 0;
    System.out.printf(
        "fuzzed %s: %d inputs, %s, guided by %d places in the plugin's code%n",
        target, taken, taken == passed ? "no finding" : "A FINDING in the last", places);
    if (isBlind) {
      // The process is on its way out already, with another status, and waits for this.
      Runtime.getRuntime().halt(1);
    }
  }

  /**
   * The places in the instrumented code that some input reached; Jazzer keeps them out of sight of
   * the compiler.
   */
  private static int guides() {
    try {
      final Object places =
          Class.forName("com.code_intelligence.jazzer.runtime.CoverageMap")
              .getMethod("getEverCoveredIds")
              .invoke(null);
      return ((int[]) places).length;
    } catch (final ReflectiveOperationException moved) {
      return 0;
    }
  }
}
