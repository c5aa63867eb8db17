// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A plugin that registers {@code engine_getClientVersionV1} even where Besu has that method. It is
 * compiled when a test needs it.
 */
public final class OverridingPlugin {

  private static final String SOURCE =
      """
      import java.util.Optional;
      import java.util.stream.Stream;
      import org.hyperledger.besu.plugin.*;
      import org.hyperledger.besu.plugin.services.RpcEndpointService;

      public class OverridingPlugin implements BesuPlugin {
        private Optional<RpcEndpointService> rpc;

        public void register(ServiceManager context) {
          rpc = context.getService(RpcEndpointService.class);
          if (Stream.of(BesuPlugin.class.getMethods())
              .noneMatch(method -> method.getName().equals("beforeExternalServices"))) {
            beforeExternalServices();
          }
        }

        public void register(BesuContext context) {
          rpc = context.getService(RpcEndpointService.class);
        }

        public void beforeExternalServices() {
          rpc.get().registerRPCEndpoint("engine", "getClientVersionV1", request -> "overridden");
        }

        public void start() {}

        public void stop() {}
      }
      """;

  private OverridingPlugin() {}

  /** Builds its jar in a directory. */
  public static Path jarIn(final Path directory) throws IOException {
    final Path source = Files.writeString(directory.resolve("OverridingPlugin.java"), SOURCE);
    final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    final List<String> arguments =
        List.of(
            "--release",
            "17",
            "-cp",
            System.getProperty("plugin.api"),
            "-d",
            directory.toString(),
            source.toString());
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("OverridingPlugin does not compile");
    }
    final Path jar = directory.resolve("overriding-plugin.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("META-INF/services/org.hyperledger.besu.plugin.BesuPlugin"));
      out.write("OverridingPlugin".getBytes(UTF_8));
      out.putNextEntry(new JarEntry("OverridingPlugin.class"));
      Files.copy(directory.resolve("OverridingPlugin.class"), out);
    }
    return jar;
  }
}
