package dev.sigillo.collect.signin;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The environment of a process on an Azure machine. Azure's library reads its own process' and has
 * a door for tests, which is not open to us.
 */
final class MsalEnvironment {
  private MsalEnvironment() {}

  static <T> T with(Map<String, String> environment, Callable<T> work) throws Exception {
    Class<?> application = Class.forName("com.microsoft.aad.msal4j.ManagedIdentityApplication");
    Class<?> type = Class.forName("com.microsoft.aad.msal4j.IEnvironmentVariables");
    Field field = application.getDeclaredField("environmentVariables");
    field.setAccessible(true);
    Object before = field.get(null);
    field.set(
        null,
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> environment.get(String.valueOf(arguments[0]))));
    try {
      return work.call();
    } finally {
      field.set(null, before);
    }
  }
}
