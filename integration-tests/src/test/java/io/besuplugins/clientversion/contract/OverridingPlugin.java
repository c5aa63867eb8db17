// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.hyperledger.besu.plugin.BesuContext;
import org.hyperledger.besu.plugin.BesuPlugin;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.services.RpcEndpointService;

/** A plugin that registers {@code engine_getClientVersionV1} even where Besu has that method. */
public final class OverridingPlugin implements BesuPlugin {

  private Optional<RpcEndpointService> rpc;

  @Override
  public void register(final ServiceManager context) {
    rpc = context.getService(RpcEndpointService.class);
  }

  /** Called by Besu before 24.12.0. */
  @SuppressWarnings("overloads")
  public void register(final BesuContext context) {
    rpc = context.getService(RpcEndpointService.class);
  }

  @Override
  public void beforeExternalServices() {
    rpc.get().registerRPCEndpoint("engine", "getClientVersionV1", request -> "overridden");
  }

  @Override
  public void start() {}

  @Override
  public void stop() {}

  /** Builds its jar in a directory. */
  public static Path jarIn(final Path directory) throws IOException {
    final String name = OverridingPlugin.class.getName();
    final String classFile = "/" + name.replace('.', '/') + ".class";
    final Path jar = directory.resolve("overriding-plugin.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        InputStream bytes = OverridingPlugin.class.getResourceAsStream(classFile)) {
      out.putNextEntry(new JarEntry("META-INF/services/" + BesuPlugin.class.getName()));
      out.write(name.getBytes(UTF_8));
      out.putNextEntry(new JarEntry(classFile.substring(1)));
      bytes.transferTo(out);
    }
    return jar;
  }
}
