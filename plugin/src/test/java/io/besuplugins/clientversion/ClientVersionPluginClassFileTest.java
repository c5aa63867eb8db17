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
import org.hyperledger.besu.plugin.BesuPlugin;
import org.hyperledger.besu.plugin.ServiceManager;
import org.hyperledger.besu.plugin.services.PicoCLIOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

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

  /** What {@code CONSTANT_…} tags of the JVM specification, section 4.4, stand for. */
  private static final int CLASS = 7;

  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_TYPE = 16;

  @ParameterizedTest
  @ValueSource(classes = {ClientVersionPlugin.class, PluginLifecycle.class})
  void mentionsNoTypeOfBesuButBesuPlugin(final Class<?> type) throws IOException {
    assertThat(violations(type)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WithField | field services: Ljava/util/Optional<Lorg/hyperledger/besu/plugin/ServiceManager;>;",
        "WithLambda | reference get: (Lorg/hyperledger/besu/plugin/ServiceManager;)Ljava/util/function/Supplier;",
        "WithMethodReference | method type: (Lorg/hyperledger/besu/plugin/ServiceManager;)V",
        "WithConstructor | class org/hyperledger/besu/plugin/ServiceManager",
        "WithConstructorParameter | method <init>: (Lorg/hyperledger/besu/plugin/ServiceManager;)V",
        "WithStaticInitialiser | class org/hyperledger/besu/plugin/services/PicoCLIOptions",
        "WithStackMapFrame | class org/hyperledger/besu/plugin/ServiceManager",
        "WithInterface | class org/hyperledger/besu/plugin/services/PicoCLIOptions",
        "WithName | method getName: ()Ljava/lang/String;"
      })
  void everyOtherMentionIsAViolation(final String badClass, final String violation)
      throws Exception {
    assertThat(violations(Class.forName(getClass().getName() + "$" + badClass)))
        .contains(violation);
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
    // Superclass, interfaces, instructions, frames, lambdas: all of them refer to the constants.
    for (int i = 1; i < reader.getItemCount(); i++) {
      final int item = reader.getItem(i);
      switch (item == 0 ? 0 : reader.readByte(item - 1)) {
        case CLASS -> check("class ", reader.readUTF8(item, buffer), violations);
        case METHOD_TYPE -> check("method type: ", reader.readUTF8(item, buffer), violations);
        case NAME_AND_TYPE ->
            check(
                "reference " + reader.readUTF8(item, buffer) + ": ",
                reader.readUTF8(item + 2, buffer),
                violations);
        default -> {}
      }
    }
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public FieldVisitor visitField(
              final int access,
              final String name,
              final String descriptor,
              final String signature,
              final Object value) {
            check("field " + name + ": ", signature == null ? descriptor : signature, violations);
            return null;
          }

          @Override
          public MethodVisitor visitMethod(
              final int access,
              final String name,
              final String descriptor,
              final String signature,
              final String[] exceptions) {
            if (name.equals("getName")) {
              violations.add("method getName: " + descriptor);
            } else if ((access & Opcodes.ACC_PUBLIC) == 0 || !LIFECYCLE.contains(name)) {
              check("method " + name + ": ", descriptor, violations);
            }
            return null;
          }
        },
        0);
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
    WithConstructor(final Object context) {
      ((ServiceManager) context).toString();
    }
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

  private abstract static class WithInterface implements PicoCLIOptions, BesuPlugin {}

  private static class WithName {
    public String getName() {
      return "";
    }
  }
}
