// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.devnet.process;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Measures the heap of another Java process on this machine. */
public final class LiveHeap {

  private static final long MEGABYTE = 1 << 20;
  private static final int MAX_COLLECTIONS = 20;

  private LiveHeap() {}

  /** Collects garbage in a Java process and returns the size of its live objects, in bytes. */
  public static long sizeOf(final Process java) {
    try {
      final VirtualMachine machine = VirtualMachine.attach(Long.toString(java.pid()));
      try (JMXConnector connector =
          JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
        return collectUntilStable(
            ManagementFactory.newPlatformMXBeanProxy(
                connector.getMBeanServerConnection(),
                ManagementFactory.MEMORY_MXBEAN_NAME,
                MemoryMXBean.class));
      } finally {
        machine.detach();
      }
    } catch (final IOException | AttachNotSupportedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** One collection does not free responses in transit or objects behind soft references. */
  private static long collectUntilStable(final MemoryMXBean memory) {
    long previous = Long.MAX_VALUE;
    long current = collect(memory);
    for (int i = 1; i < MAX_COLLECTIONS && previous - current > MEGABYTE; i++) {
      previous = current;
      current = collect(memory);
    }
    return current;
  }

  private static long collect(final MemoryMXBean memory) {
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
