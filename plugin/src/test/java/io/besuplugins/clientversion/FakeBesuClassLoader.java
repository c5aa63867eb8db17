// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.hyperledger.besu.plugin.BesuPlugin;
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

  private FakeBesuClassLoader(final String... hidden) {
    super(FakeBesuClassLoader.class.getClassLoader());
    this.hidden = List.of(hidden);
  }

  /** Without any class whose name begins with one of these prefixes. */
  public static FakeBesuClassLoader hiding(final String... prefixes) {
    return new FakeBesuClassLoader(prefixes);
  }

  /** Without these, either. */
  public FakeBesuClassLoader andHiding(final String... prefixes) {
    return new FakeBesuClassLoader(
        Stream.concat(hidden.stream(), Stream.of(prefixes)).toArray(String[]::new));
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

  /** The plugin, loaded by this class loader and created as ServiceLoader creates it. */
  public BesuPlugin newPlugin() throws ReflectiveOperationException {
    return (BesuPlugin)
        loadClass(ClientVersionPlugin.class.getName()).getConstructor().newInstance();
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
    final byte[] bytes = writer.toByteArray();
    defineClass(type, bytes, 0, bytes.length);
    return this;
  }

  @Override
  protected Class<?> loadClass(final String name, final boolean resolve)
      throws ClassNotFoundException {
    if (hidden.stream().anyMatch(name::startsWith)) {
      throw new ClassNotFoundException(name);
    }
    synchronized (getClassLoadingLock(name)) {
      return findLoadedClass(name) == null && name.startsWith("io.besuplugins.clientversion.")
          ? defineOwn(name)
          : super.loadClass(name, resolve);
    }
  }

  private Class<?> defineOwn(final String name) throws ClassNotFoundException {
    try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
      final byte[] code = bytes.readAllBytes();
      return defineClass(name, code, 0, code.length);
    } catch (final IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
