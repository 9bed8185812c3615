package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import java.util.List;
import java.util.Optional;

/**
 * The addresses of a host, of one version.
 *
 * @param question what was asked
 * @param answer what DNS said
 * @param addresses what was found
 */
record HostAddresses(Question question, Answer answer, List<IpAddress> addresses) {

  /**
   * Asks for A or AAAA records.
   *
   * @param name as questions carry names
   */
  static HostAddresses of(Dns dns, String name, IpVersion version) {
    RecordType type = version == IpVersion.IP4 ? RecordType.A : RecordType.AAAA;
    Question question = new Question(name, type);
    Answer answer = dns.ask(question);
    List<IpAddress> addresses =
        answer.found().stream()
            .map(IpAddress::parse)
            .flatMap(Optional::stream)
            .filter(address -> address.version() == version)
            .toList();
    return new HostAddresses(question, answer, addresses);
  }

  boolean holds(IpAddress ip) {
    return addresses.contains(ip);
  }
}
