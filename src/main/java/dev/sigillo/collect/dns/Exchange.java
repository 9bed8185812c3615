package dev.sigillo.collect.dns;

import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Question;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import org.xbill.DNS.WireParseException;

/**
 * One question to one server: UDP with EDNS (RFC 6891), TCP when the answer was cut short (RFC
 * 7766), without EDNS when the server does not know it. The AD bit is set, so that a validating
 * resolver says whether it validated (RFC 6840 section 5.7).
 */
final class Exchange {
  /** What passes everywhere without fragments (DNS flag day 2020). */
  private static final int UDP_PAYLOAD = 1232;

  /** Longest answer that is kept, in characters; compression makes more of 64 KiB than that. */
  static final int MAX_ANSWER = 1 << 20;

  private final ServerAddress server;
  private final Duration timeout;
  private final InstantSource clock;

  Exchange(ServerAddress server, Duration timeout, InstantSource clock) {
    this.server = server;
    this.timeout = timeout;
    this.clock = clock;
  }

  Reply ask(Question question, Name name) {
    Reply reply = ask(question, name, true);
    boolean oldServer = reply.status().equals("FORMERR") || reply.status().equals("NOTIMP");
    return oldServer ? ask(question, name, false) : reply;
  }

  private Reply ask(Question question, Name name, boolean edns) {
    try {
      Message message = send(question, name, edns, false);
      if (!message.getHeader().getFlag(Flags.TC)) {
        return reply(message, "udp");
      }
    } catch (IOException e) {
      return failed("udp", failure(e));
    }
    try {
      Message message = send(question, name, edns, true);
      return message.getHeader().getFlag(Flags.TC)
          ? failed("tcp", Failure.TRUNCATED)
          : reply(message, "tcp");
    } catch (IOException e) {
      Failure failure = failure(e);
      return failed("tcp", failure == Failure.MALFORMED ? failure : Failure.TRUNCATED);
    }
  }

  private Message send(Question question, Name name, boolean edns, boolean tcp) throws IOException {
    SimpleResolver resolver = new SimpleResolver(server.socket());
    resolver.setTimeout(timeout);
    resolver.setIgnoreTruncation(true);
    resolver.setTCP(tcp);
    if (edns) {
      resolver.setEDNS(0, UDP_PAYLOAD, 0, List.of());
    } else {
      resolver.setEDNS(-1);
    }
    Record asked = Record.newRecord(name, Type.value(question.type().name()), DClass.IN);
    Message query = Message.newQuery(asked);
    query.getHeader().setFlag(Flags.AD);
    Message message = resolver.send(query);
    Record echoed = message.getQuestion();
    boolean same =
        message.getHeader().getFlag(Flags.QR)
            && echoed != null
            && echoed.getName().toString().equals(name.toString())
            && echoed.getType() == asked.getType()
            && echoed.getDClass() == asked.getDClass();
    if (!same) {
      throw new WireParseException("not the answer to the question");
    }
    return message;
  }

  private Reply reply(Message message, String transport) {
    List<String> lines = new ArrayList<>();
    long length = 0;
    for (Record record : message.getSection(Section.ANSWER)) {
      String line = MasterLine.of(record);
      length += line.length();
      if (length > MAX_ANSWER) {
        return failed(transport, Failure.MALFORMED);
      }
      lines.add(line);
    }
    return new Reply(
        server.toString(),
        transport,
        isReferral(message) ? "REFERRAL" : Rcode.string(message.getRcode()),
        lines,
        message.getHeader().getFlag(Flags.AD),
        message.getHeader().getFlag(Flags.RA),
        clock.instant());
  }

  /** A server that does not know, and names those who do. */
  private static boolean isReferral(Message message) {
    return message.getRcode() == Rcode.NOERROR
        && !message.getHeader().getFlag(Flags.AA)
        && !message.getHeader().getFlag(Flags.RA)
        && message.getSection(Section.ANSWER).isEmpty();
  }

  private Reply failed(String transport, Failure failure) {
    return Reply.failed(server.toString(), transport, failure, clock.instant());
  }

  private static Failure failure(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof WireParseException) {
        return Failure.MALFORMED;
      }
      if (cause instanceof TimeoutException || cause instanceof java.net.SocketTimeoutException) {
        return Failure.TIMEOUT;
      }
    }
    return Failure.NETWORK;
  }
}
