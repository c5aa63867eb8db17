package io.besuplugins.clientversion;

import java.lang.reflect.Modifier;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.FixedValue;

/**
 * Besu's own classes, made for a test with the members that the plugin reads by name.
 *
 * @param loader has them
 */
public record BesuClasses(ClassLoader loader) {

  /** A Besu with none of these classes. */
  public static BesuClasses none() {
    return new BesuClasses(new ClassLoader(BesuClasses.class.getClassLoader()) {});
  }

  /** Up to 24.8.0: without a method of its own. */
  public static BesuClasses besu24Point8(final boolean mergeFlag) {
    return none().knowingMethod(false).with("MergeConfigOptions", mergeFlag);
  }

  /** 24.9.x: with a method of its own, and the merge flag in its former class. */
  public static BesuClasses besu24Point9(final boolean mergeFlag) {
    return none().knowingMethod(true).with("MergeConfigOptions", mergeFlag);
  }

  /** From 24.10.0 on: with a method of its own. */
  public static BesuClasses besu24Point10(final boolean mergeFlag) {
    return none().knowingMethod(true).with("MergeConfiguration", mergeFlag);
  }

  /** With the list of methods that has this plugin's method, or not. */
  public BesuClasses knowingMethod(final boolean known) {
    return with(
        new ByteBuddy()
            .subclass(Object.class)
            .name("org.hyperledger.besu.ethereum.api.jsonrpc.RpcMethod")
            .defineMethod("rpcMethodExists", boolean.class, Modifier.PUBLIC | Modifier.STATIC)
            .withParameters(String.class)
            .intercept(FixedValue.value(known)));
  }

  private BesuClasses with(final String mergeClass, final boolean mergeFlag) {
    return with(
        new ByteBuddy()
            .subclass(Object.class)
            .name("org.hyperledger.besu.config." + mergeClass)
            .defineMethod("isMergeEnabled", boolean.class, Modifier.PUBLIC | Modifier.STATIC)
            .intercept(FixedValue.value(mergeFlag)));
  }

  private BesuClasses with(final DynamicType.Builder<?> type) {
    return new BesuClasses(
        type.make()
            .load(loader, ClassLoadingStrategy.Default.WRAPPER)
            .getLoaded()
            .getClassLoader());
  }
}
