// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.consensus;

import io.besuplugins.clientversion.identification.ClientVersion;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Records events as text, such as {@code onUpgraded LH v5.3.0 LH v8.1.3}. */
final class RecordingListener {

  /** All events but the counts. */
  final List<String> events = new ArrayList<>();

  /** {@code onCalls} and {@code onRejectedCalls}. */
  final List<String> counts = new ArrayList<>();

  ConsensusClientListener asListener() {
    return (ConsensusClientListener)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ConsensusClientListener.class},
            (proxy, event, arguments) -> {
              final boolean isCount = event.getName().endsWith("Calls");
              (isCount ? counts : events).add(event.getName() + describe(arguments));
              return null;
            });
  }

  private static String describe(final Object... arguments) {
    return arguments == null
        ? ""
        : Arrays.stream(arguments)
            .map(
                argument ->
                    argument instanceof List<?> list ? describe(list.toArray()).strip() : argument)
            .map(argument -> argument instanceof ClientVersion client ? brief(client) : argument)
            .map(text -> " " + text)
            .collect(Collectors.joining());
  }

  private static String brief(final ClientVersion client) {
    return client.code() + " " + client.version();
  }
}
