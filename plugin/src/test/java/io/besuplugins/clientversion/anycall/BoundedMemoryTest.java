package io.besuplugins.clientversion.anycall;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundedMemoryTest {

  private static final long MEBIBYTE = 1 << 20;

  private final WatchedPlugin plugin = new WatchedPlugin();

  @Test
  void holdsNoMoreAfterAHundredThousandIdentitiesThanAfterAThousand() {
    plugin.publishMetrics();
    callAs(0, 1_000);
    final long before = heldBytes();

    callAs(1_000, 100_000);

    plugin.checkWhatIsShown();
    assertThat(heldBytes() - before).as("of more than 20 MiB called").isLessThan(4 * MEBIBYTE);
  }

  private void callAs(final int first, final int end) {
    for (int i = first; i < end; i++) {
      final String text = i + " " + "x".repeat(300);
      final Object[] params = {
        Map.of("code", "C" + i, "name", text, "version", text, "commit", text)
      };
      plugin.answers(params);
    }
  }

  private static long heldBytes() {
    final var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
