package dev.sigillo.effective;

import dev.sigillo.snapshot.Setting;
import dev.sigillo.snapshot.SignIn;
import dev.sigillo.snapshot.SignInStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Which sign-ins were submissions with SMTP AUTH. */
public final class SmtpSignIn {
  /** What Microsoft Entra calls the client, now and before. */
  private static final List<String> CLIENTS = List.of("Authenticated SMTP", "SMTP");

  private SmtpSignIn() {}

  /** Whether somebody got in with SMTP AUTH in the last days; one without a time counts. */
  public static boolean succeeded(SignIn signIn, long days, Instant asOf) {
    SignInStatus status = signIn.status().orNull();
    return signIn.clientAppUsed().in(CLIENTS)
        && status != null
        && status.errorCode().is(0L)
        && !signIn.createdDateTime().orElse(asOf).isBefore(asOf.minus(Duration.ofDays(days)));
  }

  /** The name to sign in with, in one spelling. */
  public static String name(Setting<String> userPrincipalName) {
    return userPrincipalName.orElse("").toLowerCase(Locale.ROOT);
  }
}
