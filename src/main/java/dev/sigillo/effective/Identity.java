package dev.sigillo.effective;

import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.MailboxSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
    Stream.of(settings.primarySmtpAddress().list(), settings.userPrincipalName().list())
        .flatMap(List::stream)
        .forEach(one -> addresses.add(MailAddress.plain(one)));
    settings.emailAddresses().list().stream()
        .map(MailAddress::lower)
        .filter(one -> one.startsWith("smtp:"))
        .forEach(one -> addresses.add(MailAddress.plain(one)));
    return new Identity(
        MailAddress.lower(mailbox.key()),
        addresses,
        MailAddress.domain(settings.primarySmtpAddress().orElse("")));
  }
}
