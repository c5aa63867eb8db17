package io.besuplugins.clientversion.anycall;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many calls of one node: of callers that are new, that come back, in any number, at any time. */
public final class CallSequenceFuzzTarget {

  private static final FuzzedInputs INPUTS = new FuzzedInputs(CallSequenceFuzzTarget.class);
  private static final List<String> FIELDS = List.of("code", "name", "version", "commit");
  private static final int MOST_CALLS = 100;
  private static final int MOST_MINUTES = 90;

  private final WatchedPlugin plugin = new WatchedPlugin();
  private final List<Object[]> callers = new ArrayList<>(List.<Object[]>of(new Object[0]));
  private int calls;

  private CallSequenceFuzzTarget() {}

  /** What the fuzzer calls with each input. */
  public static void fuzzerTestOneInput(final FuzzedDataProvider input) {
    INPUTS.take(() -> new CallSequenceFuzzTarget().live(input));
  }

  /** What the fuzzer calls when it ends. */
  public static void fuzzerTearDown() {
    INPUTS.tell();
  }

  private void live(final FuzzedDataProvider input) {
    final int published = input.consumeInt(0, MOST_CALLS);
    while (input.remainingBytes() > 0 && calls < published) {
      step(input);
    }
    plugin.publishMetrics();
    while (input.remainingBytes() > 0 && calls < MOST_CALLS) {
      step(input);
    }
    plugin.checkWhatIsShown();
  }

  private void step(final FuzzedDataProvider input) {
    switch (input.consumeInt(0, 4)) {
      case 0 -> plugin.after(Duration.ofMinutes(input.consumeInt(1, MOST_MINUTES)));
      case 1 -> plugin.after(Duration.ofMillis(input.consumeInt(1, 61_000)));
      case 2 -> {
        callers.add(newCaller(input));
        call(input.consumeBoolean(), callers.size() - 1);
      }
      case 3 -> call(input.consumeBoolean(), input.consumeInt(0, callers.size() - 1));
      default -> flood(input.consumeInt(1, 40));
    }
  }

  private void call(final boolean besuAnswers, final int caller) {
    calls++;
    if (besuAnswers) {
      plugin.observes(callers.get(caller));
    } else {
      plugin.answers(callers.get(caller));
    }
  }

  private void flood(final int newCallers) {
    for (int i = 0; i < newCallers; i++) {
      callers.add(new Object[] {Map.of("code", "F" + calls, "version", "v" + i)});
      call(i % 2 == 0, callers.size() - 1);
    }
  }

  private static Object[] newCaller(final FuzzedDataProvider input) {
    final Map<String, Object> fields = new HashMap<>();
    for (final String field : FIELDS) {
      if (input.consumeBoolean()) {
        fields.put(field, input.consumeString(Promises.LONGEST_TEXT + 6));
      }
    }
    return new Object[] {fields};
  }
}
