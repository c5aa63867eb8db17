package io.besuplugins.clientversion.devnet;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Asks another Java process on this machine, of whatever Java, for its heap. */
final class LiveHeap {

  private static final long MEGABYTE = 1 << 20;
  private static final int MOST_COLLECTIONS = 20;

  private LiveHeap() {}

  /** What its live objects take, in bytes. */
  static long of(final Process java) {
    try {
      final VirtualMachine machine = VirtualMachine.attach(Long.toString(java.pid()));
      try (JMXConnector connector =
          JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
        return whenNothingMoreIsFreed(
            ManagementFactory.newPlatformMXBeanProxy(
                connector.getMBeanServerConnection(),
                ManagementFactory.MEMORY_MXBEAN_NAME,
                MemoryMXBean.class));
      } finally {
        machine.detach();
      }
    } catch (final IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (final AttachNotSupportedException notJava) {
      throw new IllegalStateException(notJava);
    }
  }

  /** What is still being sent, or held by a reference that is cleared, goes with a later one. */
  private static long whenNothingMoreIsFreed(final MemoryMXBean memory) {
    long before = Long.MAX_VALUE;
    long now = collect(memory);
    for (int i = 1; i < MOST_COLLECTIONS && before - now > MEGABYTE; i++) {
      before = now;
      now = collect(memory);
    }
    return now;
  }

  private static long collect(final MemoryMXBean memory) {
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
