package dev.sigillo.effective;

import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.MailboxSettings;
import java.util.HashSet;
import java.util.Set;

/**
 * By what names a policy may mean a mailbox.
 *
 * @param key directory id, lower case
 * @param addresses every SMTP address and the user principal name, lower case
 * @param domain domain of the primary address
 */
record Identity(String key, Set<String> addresses, String domain) {

  static Identity of(Mailbox mailbox) {
    MailboxSettings settings = mailbox.settings();
    Set<String> addresses = new HashSet<>();
    settings.primarySmtpAddress().list().forEach(one -> addresses.add(MailAddress.plain(one)));
    settings.userPrincipalName().list().forEach(one -> addresses.add(MailAddress.plain(one)));
    for (String one : settings.emailAddresses().list()) {
      if (MailAddress.lower(one).startsWith("smtp:")) {
        addresses.add(MailAddress.plain(one));
      }
    }
    return new Identity(
        MailAddress.lower(mailbox.key()),
        addresses,
        MailAddress.domain(settings.primarySmtpAddress().orElse("")));
  }
}
