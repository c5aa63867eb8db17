package io.besuplugins.clientversion;

import io.besuplugins.clientversion.engine.RunningBesu;
import java.lang.reflect.Modifier;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.FixedValue;

/** Besu's own classes, made for a test with the members that the plugin reads by name. */
public final class BesuClasses {

  private ClassLoader loader = new ClassLoader(BesuClasses.class.getClassLoader()) {};

  /** Whether the release has a method of that name built in. */
  public BesuClasses withOwnMethod(final boolean exists) {
    loader =
        new ByteBuddy()
            .subclass(Object.class)
            .name("org.hyperledger.besu.ethereum.api.jsonrpc.RpcMethod")
            .defineMethod("rpcMethodExists", boolean.class, Modifier.PUBLIC | Modifier.STATIC)
            .withParameters(String.class)
            .intercept(FixedValue.value(exists))
            .make()
            .load(loader, ClassLoadingStrategy.Default.WRAPPER)
            .getLoaded()
            .getClassLoader();
    return this;
  }

  public RunningBesu node() {
    return new RunningBesu(loader);
  }
}
