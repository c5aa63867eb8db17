// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The rule that lets the entry class load on any Besu: no type of Besu but {@code BesuPlugin} is
 * mentioned anywhere in its class file, except in the descriptors of its lifecycle methods, which
 * the JVM does not resolve.
 */
class ClientVersionPluginClassFileTest {

  private static final String BESU = "org/hyperledger/besu/";
  private static final String BESU_PLUGIN = "org/hyperledger/besu/plugin/BesuPlugin";
  private static final Set<String> LIFECYCLE =
      Set.of("defineOptions", "register", "start", "afterMainLoop");

  @ParameterizedTest
  @ValueSource(classes = {ClientVersionPlugin.class, PluginLifecycle.class})
  void mentionsNoTypeOfBesuButBesuPlugin(final Class<?> type) throws IOException {
    assertThat(violations(type)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WithField | field services: Ljava/util/Optional;Ljava/util/Optional<LBESUplugin/ServiceManager;>;",
        "WithLambda | reference get: (LBESUplugin/ServiceManager;)Ljava/util/function/Supplier;",
        "WithMethodReference | method type: (LBESUplugin/ServiceManager;)V",
        "WithConstructor | class BESUplugin/ServiceManager",
        "WithConstructorParameter | method <init>: (LBESUplugin/ServiceManager;)V",
        "WithStaticInitialiser | class BESUplugin/services/PicoCLIOptions",
        "WithStackMapFrame | class BESUplugin/ServiceManager",
        "WithInterface | class BESUplugin/services/PicoCLIOptions",
        "WithName | method getName"
      })
  void everyOtherMentionIsAViolation(final String badClass, final String violation)
      throws Exception {
    final Class<?> type = Class.forName(getClass().getName() + "$" + badClass);
    assertThat(violations(type)).contains(violation.replace("BESU", BESU));
  }

  private static List<String> violations(final Class<?> type) throws IOException {
    try (InputStream file =
        type.getResourceAsStream(type.getName().replaceAll(".*\\.", "") + ".class")) {
      return violations(file.readAllBytes());
    }
  }

  /** What in a class file breaks the rule. */
  private static List<String> violations(final byte[] classFile) {
    final ClassReader reader = new ClassReader(classFile);
    final List<String> violations = new ArrayList<>();
    final char[] buffer = new char[reader.getMaxStringLength()];
    // Superclass, interfaces, instructions, frames and lambdas refer to constants; their tags are
    // CONSTANT_Class, CONSTANT_MethodType and CONSTANT_NameAndType (JVM specification, 4.4).
    for (int i = 1; i < reader.getItemCount(); i++) {
      final int item = reader.getItem(i);
      switch (item == 0 ? 0 : reader.readByte(item - 1)) {
        case 7 -> check("class ", reader.readUTF8(item, buffer), violations);
        case 16 -> check("method type: ", reader.readUTF8(item, buffer), violations);
        case 12 ->
            check(
                "reference " + reader.readUTF8(item, buffer) + ": ",
                reader.readUTF8(item + 2, buffer),
                violations);
        default -> {}
      }
    }
    final ClassNode declared = new ClassNode();
    reader.accept(declared, ClassReader.SKIP_CODE);
    for (final FieldNode field : declared.fields) {
      check("field " + field.name + ": ", field.desc + field.signature, violations);
    }
    for (final MethodNode method : declared.methods) {
      if (method.name.equals("getName")) {
        violations.add("method getName");
      } else if ((method.access & Opcodes.ACC_PUBLIC) == 0 || !LIFECYCLE.contains(method.name)) {
        check("method " + method.name + ": ", method.desc, violations);
      }
    }
    return violations;
  }

  private static void check(final String place, final String types, final List<String> violations) {
    if (types.replace(BESU_PLUGIN, "").contains(BESU)) {
      violations.add(place + types);
    }
  }

  private static class WithField {
    private Optional<ServiceManager> services;
  }

  private static class WithLambda {
    public Supplier<String> register(final ServiceManager context) {
      return () -> String.valueOf(context);
    }
  }

  private static class WithMethodReference {
    public void register(final ServiceManager context) {}

    Consumer<ServiceManager> consumer() {
      return this::register;
    }
  }

  private static class WithConstructor {
    final Object type = ServiceManager.class;
  }

  private static class WithConstructorParameter {
    WithConstructorParameter(final ServiceManager context) {}
  }

  private static class WithStaticInitialiser {
    static final Object TYPE = PicoCLIOptions.class;
  }

  private static class WithStackMapFrame {
    public void register(final ServiceManager context) {
      final ServiceManager local = context;
      while (hashCode() > 0) {
        notifyAll();
      }
    }
  }

  private abstract static class WithInterface implements PicoCLIOptions {}

  private static class WithName {
    public String getName() {
      return "";
    }
  }
}
