package dev.sigillo.snapshot;

import java.util.regex.Pattern;

/** Text that is only the name of a .NET type: what is left when PowerShell flattens an object. */
final class TypeName {
  // Not every Microsoft.Something: applications are called Microsoft.Azure.SyncFabric, and a
  // transport rule lists its conditions by the names of their types.
  private static final String CONDITION =
      "MessagingPolicies\\.Rules\\.Tasks\\.\\w+(Predicate|Action)$";
  private static final Pattern DOT_NET =
      Pattern.compile(
          "(Deserialized\\.)?"
              + "(System|Microsoft\\.("
              + ("Exchange\\.(?!" + CONDITION + ")[A-Z]\\w+")
              + "|Graph\\.PowerShell|Office\\.\\w+|Open\\.\\w+|Online\\.\\w+))"
              + "(\\.[A-Z]\\w*)+(`\\d+)?(\\+\\w+)?(\\[.*])?");
  private static final Pattern HASHTABLE = Pattern.compile("@\\{.*}", Pattern.DOTALL);

  private TypeName() {}

  static boolean is(String text) {
    return text.length() > 6
        && ((text.charAt(0) == '@' && HASHTABLE.matcher(text).matches())
            || ((text.startsWith("System.")
                    || text.startsWith("Microsoft.")
                    || text.startsWith("Deserialized."))
                && DOT_NET.matcher(text).matches()));
  }
}
