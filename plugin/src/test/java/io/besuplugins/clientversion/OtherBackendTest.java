package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.hyperledger.besu.plugin.ServiceManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import picocli.CommandLine;

/** Nodes whose log does not go to log4j-core. */
class OtherBackendTest {

  @BeforeEach
  void chooseTheBackend() {
    System.setProperty("slf4j.provider", OtherBackend.class.getName());
  }

  @AfterEach
  void leaveTheChoice() {
    System.clearProperty("slf4j.provider");
  }

  @Test
  void costsTheObserverAndOneWarningWhereLog4jIsMissing() throws Exception {
    assertThat(warningsOfALifeWith())
        .hasSize(2)
        .last()
        .asString()
        .startsWith(
            "Consensus clients are not noted on this node: java.lang.NoClassDefFoundError:"
                + " org/apache/logging/log4j/");
  }

  @Test
  void costsTheObserverAndOneWarningWhereLog4jIsThereButNotUsed() throws Exception {
    assertThat(warningsOfALifeWith(LogManager.class, LoggerContext.class))
        .hasSize(2)
        .last()
        .asString()
        .matches(
            "Consensus clients are not noted on this node: java.lang.IllegalStateException:"
                + " Besu's log goes to .*, not to log4j-core");
  }

  /** The first one is that Besu's own classes are not there either. */
  private static List<String> warningsOfALifeWith(final Class<?>... more) throws Exception {
    try (URLClassLoader node = node(more)) {
      final Class<?> plugin = node.loadClass(ClientVersionPlugin.class.getName());
      final Object life = plugin.getConstructor().newInstance();
      final Class<?> context = node.loadClass(ServiceManager.class.getName());
      plugin.getMethod("register", context).invoke(life, withoutServices(context));
      for (final String step : List.of("beforeExternalServices", "start", "stop")) {
        plugin.getMethod(step).invoke(life);
      }
      final Method warnings = node.loadClass(OtherBackend.class.getName()).getMethod("warnings");
      return ((List<?>) warnings.invoke(null))
          .stream()
              .map(Object::toString)
              .filter(warning -> !warning.startsWith("Besu offers no "))
              .toList();
    }
  }

  private static Object withoutServices(final Class<?> context) {
    return Proxy.newProxyInstance(
        context.getClassLoader(),
        new Class<?>[] {context},
        (proxy, method, arguments) -> Optional.empty());
  }

  private static URLClassLoader node(final Class<?>... more) {
    final URL[] classPath =
        Stream.concat(
                Stream.of(
                    ClientVersionPlugin.class,
                    OtherBackend.class,
                    BesuPlugin.class,
                    Logger.class,
                    CommandLine.class,
                    ObjectMapper.class,
                    JsonParser.class,
                    JsonPropertyOrder.class),
                Stream.of(more))
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
            .toArray(URL[]::new);
    return new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
  }
}
