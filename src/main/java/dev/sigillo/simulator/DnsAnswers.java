package dev.sigillo.simulator;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Answers questions out of the simulated world's DNS, as its authoritative server and as a resolver
 * that knows it all.
 */
final class DnsAnswers {
  private static final int ALIASES = 16;
  private static final long NEGATIVE_TTL = 300;

  /** An answer, and whether it goes out cut over UDP. */
  record Given(Message message, boolean truncated) {}

  private final SimulatedTenant tenant;
  private final Faults faults;
  private final Journal journal;

  DnsAnswers(SimulatedTenant tenant, Faults faults, Journal journal) {
    this.tenant = tenant;
    this.faults = faults;
    this.journal = journal;
  }

  /** The answer; empty when none is to be given. */
  Optional<Given> to(Message query) {
    Record question = query.getQuestion();
    if (question == null) {
      return Optional.empty();
    }
    String name = key(question.getName());
    Message answer = new Message(query.getHeader().getID());
    answer.addRecord(question, Section.QUESTION);
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.AA);
    answer.getHeader().setFlag(Flags.RA);
    if (query.getHeader().getFlag(Flags.RD)) {
      answer.getHeader().setFlag(Flags.RD);
    }
    if (query.getOPT() != null) {
      answer.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
    }
    Optional<Fault> fault = faults.meeting("dns:" + name, () -> Type.string(question.getType()));
    Fault.Kind kind = fault.map(Fault::kind).orElse(Fault.Kind.TC);
    if (fault.isPresent() && kind == Fault.Kind.TIMEOUT) {
      return Optional.empty();
    }
    if (fault.isPresent() && kind == Fault.Kind.SERVFAIL) {
      answer.getHeader().setRcode(Rcode.SERVFAIL);
    } else if (query.getHeader().getOpcode() != Opcode.QUERY || question.getDClass() != DClass.IN) {
      answer.getHeader().setRcode(Rcode.NOTIMP);
    } else {
      fill(answer, question);
    }
    journal.count("dns:" + name, answer.getHeader().getRcode());
    return Optional.of(new Given(answer, fault.isPresent() && kind == Fault.Kind.TC));
  }

  /** Follows aliases, then gives the records, or says that there are none. */
  private void fill(Message answer, Record question) {
    Name name = question.getName();
    for (int alias = 0; alias < ALIASES; alias++) {
      Optional<List<DnsRecord>> here = tenant.dns(key(name));
      if (here.isEmpty()) {
        answer.getHeader().setRcode(Rcode.NXDOMAIN);
        negative(answer, name);
        return;
      }
      boolean found = false;
      Record elsewhere = null;
      for (DnsRecord one : here.get()) {
        Record record = record(name, one);
        if (record.getType() == question.getType() || question.getType() == Type.ANY) {
          answer.addRecord(record, Section.ANSWER);
          found = true;
        } else if (record.getType() == Type.CNAME) {
          elsewhere = record;
        }
      }
      if (found) {
        return;
      }
      if (!(elsewhere instanceof CNAMERecord cname)) {
        negative(answer, name);
        return;
      }
      answer.addRecord(cname, Section.ANSWER);
      name = cname.getTarget();
    }
    answer.getHeader().setRcode(Rcode.SERVFAIL);
  }

  /** The SOA record that says how long the absence may be remembered (RFC 2308). */
  private void negative(Message answer, Name name) {
    String at = key(name);
    tenant.zones().stream()
        .filter(zone -> at.equals(zone) || at.endsWith("." + zone))
        .max((a, b) -> Integer.compare(a.length(), b.length()))
        .ifPresent(
            zone -> {
              Name apex = name(zone);
              answer.addRecord(
                  new SOARecord(
                      apex,
                      DClass.IN,
                      NEGATIVE_TTL,
                      name("ns." + zone),
                      name("hostmaster." + zone),
                      1,
                      3600,
                      600,
                      86_400,
                      NEGATIVE_TTL),
                  Section.AUTHORITY);
            });
  }

  private static Record record(Name name, DnsRecord one) {
    try {
      return Record.fromString(
          name, Type.value(one.type()), DClass.IN, one.ttl(), one.data(), Name.root);
    } catch (IOException e) {
      throw new IllegalStateException(name + " " + one + ": " + e.getMessage(), e);
    }
  }

  private static Name name(String text) {
    try {
      return text.isEmpty() ? Name.root : Name.fromString(text, Name.root);
    } catch (IOException e) {
      throw new IllegalStateException(text + " is no name: " + e.getMessage(), e);
    }
  }

  private static String key(Name name) {
    return name.toString(true).toLowerCase(Locale.ROOT);
  }
}
