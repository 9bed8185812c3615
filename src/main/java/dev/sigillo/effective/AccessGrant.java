package dev.sigillo.effective;

import dev.sigillo.snapshot.AuthenticationStrength;
import dev.sigillo.snapshot.GrantControls;
import dev.sigillo.snapshot.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a Conditional Access policy demands. Where its operator is {@code OR}, a demand is only as
 * strong as the weakest alternative.
 */
final class AccessGrant {
  private static final Set<String> REMEDIES = Set.of("passwordChange", "riskRemediation");
  private static final List<String> PHISHING_RESISTANT =
      List.of("windowsHelloForBusiness", "fido2", "x509CertificateMultiFactor");

  /** Methods that are multifactor by themselves; all others need a second one beside them. */
  private static final Set<String> MULTIFACTOR =
      Set.of(
          "windowsHelloForBusiness",
          "fido2",
          "x509CertificateMultiFactor",
          "deviceBasedPush",
          "temporaryAccessPassOneTime",
          "temporaryAccessPassMultiUse",
          "federatedMultiFactor");

  private final List<String> builtIn;
  private final @Nullable List<String> strength;
  private final String strengthName;
  private final int controls;
  private final boolean all;

  /** The demands; a policy that has session controls only demands nothing. */
  AccessGrant(Setting<GrantControls> controls) {
    GrantControls grant = controls.orNull();
    AuthenticationStrength wanted = grant == null ? null : grant.authenticationStrength().orNull();
    this.strength = wanted == null ? null : wanted.allowedCombinations().list();
    this.strengthName = wanted == null ? "" : wanted.displayName().orElse("");
    this.builtIn = grant == null ? List.of() : grant.builtInControls().list();
    int others =
        grant == null
            ? 0
            : grant.termsOfUse().list().size() + grant.customAuthenticationFactors().list().size();
    this.controls = builtIn.size() + (strength == null ? 0 : 1) + others;
    this.all = this.controls <= 1 || (grant != null && grant.operator().is("AND"));
  }

  /** The methods that resist phishing. */
  static List<String> resistant() {
    return PHISHING_RESISTANT;
  }

  boolean demandsNothing() {
    return controls == 0;
  }

  boolean blocks() {
    return builtIn.contains("block");
  }

  /** Multifactor authentication, or a strength of it, is at least one of the alternatives. */
  boolean namesMfa() {
    return builtIn.contains("mfa") || strength != null;
  }

  boolean namesStrength() {
    return strength != null;
  }

  /** Nobody passes without multifactor authentication. */
  boolean guaranteesMfa() {
    return guarantees("mfa"::equals, AccessGrant::multifactor);
  }

  /** Nobody passes without a method that a look-alike site cannot relay. */
  boolean guaranteesPhishingResistance() {
    return guarantees(control -> false, PHISHING_RESISTANT::contains);
  }

  /** Nobody passes without a new password or another remedy of the risk. */
  boolean guaranteesRemedy() {
    return guarantees(REMEDIES::contains, combination -> false);
  }

  /** Whoever has this method of an authentication strength passes with it alone. */
  boolean satisfiedBy(String method) {
    return !blocks() && strength != null && strength.contains(method) && (controls == 1 || !all);
  }

  private boolean guarantees(Predicate<String> control, Predicate<String> combination) {
    long good = builtIn.stream().filter(control).count();
    if (strength != null && !strength.isEmpty() && strength.stream().allMatch(combination)) {
      good++;
    }
    return all ? good > 0 : good == controls;
  }

  private static boolean multifactor(String combination) {
    return MULTIFACTOR.contains(combination) || combination.indexOf(',') > 0;
  }

  /** The demands as Microsoft names them, for a finding. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    if (!all) {
      words.add("operator: OR");
    }
    if (strength == null || !builtIn.isEmpty()) {
      words.add("builtInControls: " + builtIn);
    }
    if (strength != null) {
      words.add("authenticationStrength: " + strengthName);
    }
    return words;
  }
}
