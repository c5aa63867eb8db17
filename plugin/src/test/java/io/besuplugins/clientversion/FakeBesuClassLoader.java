// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A class loader of a Besu release. It generates the classes of Besu that the plugin reads by name,
 * hides types that the release does not have, and loads a plugin of its own, so that the plugin
 * sees neither the hidden types nor other instances' static state.
 */
public final class FakeBesuClassLoader extends ClassLoader {

  private final List<String> hidden;
  private final List<String> own = new ArrayList<>(List.of("io.besuplugins.clientversion."));

  private FakeBesuClassLoader(final String... hidden) {
    super(FakeBesuClassLoader.class.getClassLoader());
    this.hidden = List.of(hidden);
  }

  /** Without any class whose name begins with one of these prefixes. */
  public static FakeBesuClassLoader hiding(final String... prefixes) {
    return new FakeBesuClassLoader(prefixes);
  }

  /** Besu 24.4.0 to 24.8.0, which do not implement the method. */
  public static FakeBesuClassLoader besu24Point8(final boolean mergeFlag) {
    return hiding().withMethod(false).withMergeFlag("MergeConfigOptions", mergeFlag);
  }

  /** Besu 24.10.0 and newer, which implement the method. */
  public static FakeBesuClassLoader besu24Point10(final boolean mergeFlag) {
    return hiding().withMethod(true).withMergeFlag("MergeConfiguration", mergeFlag);
  }

  /** With Besu's list of RPC methods, which contains the plugin's method or not. */
  public FakeBesuClassLoader withMethod(final boolean known) {
    return with(
        "org.hyperledger.besu.ethereum.api.jsonrpc.RpcMethod",
        "rpcMethodExists",
        "(Ljava/lang/String;)Z",
        known);
  }

  /** With the merge flag in the class of this simple name. */
  public FakeBesuClassLoader withMergeFlag(final String holder, final boolean flag) {
    return with("org.hyperledger.besu.config." + holder, "isMergeEnabled", "()Z", flag);
  }

  /** With an slf4j that finds no logging backend. */
  public FakeBesuClassLoader withoutLoggingBackend() {
    own.add("org.slf4j.");
    return this;
  }

  /** The plugin, loaded by this class loader and created as ServiceLoader creates it. */
  public Object newPlugin() throws ReflectiveOperationException {
    return loadClass(ClientVersionPlugin.class.getName()).getConstructor().newInstance();
  }

  private FakeBesuClassLoader with(
      final String type, final String method, final String descriptor, final boolean result) {
    final ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V17, Opcodes.ACC_PUBLIC, type.replace('.', '/'), null, "java/lang/Object", null);
    final MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, method, descriptor, null, null);
    code.visitInsn(result ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
    code.visitInsn(Opcodes.IRETURN);
    code.visitMaxs(1, 1);
    define(type, writer.toByteArray());
    return this;
  }

  @Override
  protected Class<?> loadClass(final String name, final boolean resolve)
      throws ClassNotFoundException {
    if (hidden.stream().anyMatch(name::startsWith)) {
      throw new ClassNotFoundException(name);
    }
    synchronized (getClassLoadingLock(name)) {
      return findLoadedClass(name) == null && own.stream().anyMatch(name::startsWith)
          ? defineOwn(name)
          : super.loadClass(name, resolve);
    }
  }

  @Override
  public Enumeration<URL> getResources(final String name) throws IOException {
    return own.stream().anyMatch(prefix -> name.contains("/" + prefix))
        ? Collections.emptyEnumeration()
        : super.getResources(name);
  }

  private Class<?> defineOwn(final String name) throws ClassNotFoundException {
    try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
      return define(name, bytes.readAllBytes());
    } catch (final IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  private Class<?> define(final String name, final byte[] bytes) {
    return defineClass(name, bytes, 0, bytes.length);
  }
}
