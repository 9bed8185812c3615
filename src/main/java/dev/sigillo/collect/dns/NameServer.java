package dev.sigillo.collect.dns;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/**
 * A resolver, or several that stand in for one another. One that has stopped answering is not
 * waited for again and again: it is asked no more ({@link Failure#NOT_ASKED}).
 */
final class NameServer {
  private static final int MAX_ALIASES = 16;

  /** Questions in a row without an answer, before the root is asked for: fewer at the start. */
  private static final int PATIENCE = 20;

  private static final int PATIENCE_WITH_A_STRANGER = 8;
  private static final Question ROOT = new Question("", RecordType.NS);

  private final List<ServerAddress> addresses;
  private final Limits limits;
  private final InstantSource clock;
  private final AtomicInteger silences = new AtomicInteger();
  private volatile boolean hasAnswered;
  private volatile boolean givenUp;

  NameServer(List<ServerAddress> addresses, Limits limits, InstantSource clock) {
    this.addresses = List.copyOf(addresses);
    this.limits = limits;
    this.clock = clock;
  }

  /** What it says; aliases that it does not follow are followed here. */
  Reply ask(Question question) {
    Reply reply = askOnce(question);
    Set<String> names = new HashSet<>();
    while (!reply.complete() && reply.status().equals("NOERROR")) {
      Answer answer = reply.answer(question);
      if (!(answer instanceof Answer.NoData dangling) || dangling.aliases().isEmpty()) {
        return reply;
      }
      String target = dangling.aliases().get(dangling.aliases().size() - 1);
      if (!names.add(target)) {
        return reply; // the server itself says that there is nothing
      }
      Reply next = askOnce(new Question(target, question.type()));
      List<String> lines = new ArrayList<>(reply.lines());
      lines.addAll(next.lines());
      if (lines.stream().mapToInt(String::length).sum() > Exchange.MAX_ANSWER) {
        return Reply.failed(next.server(), next.transport(), Failure.MALFORMED, next.time());
      }
      reply =
          new Reply(
              next.server(),
              next.transport(),
              names.size() > MAX_ALIASES ? Failure.ALIAS_LOOP.name() : next.status(),
              lines,
              reply.authenticated() && next.authenticated(),
              next.complete(),
              next.time());
    }
    return reply;
  }

  /** Whether that is one of its addresses. */
  boolean answersAt(String address) {
    return addresses.stream().anyMatch(one -> one.toString().equals(address));
  }

  /** Address of the first choice. */
  String label() {
    return addresses.get(0).toString();
  }

  /** Whether it stopped answering, so that questions were left out. */
  boolean isGivenUp() {
    return givenUp;
  }

  private Reply askOnce(Question question) {
    Name name = name(question);
    if (name == null || givenUp) {
      return Reply.failed(label(), "udp", Failure.NOT_ASKED, clock.instant());
    }
    Reply reply = ask(question, name, 0);
    for (int again = 1; again < limits.tries() && mayPass(reply) && !givenUp; again++) {
      reply = ask(question, name, again);
    }
    if (!reply.isSilent()) {
      silences.set(0);
      hasAnswered = true;
    } else if (silences.incrementAndGet() >= patience()) {
      silences.set(0);
      givenUp = ask(ROOT, Name.root, 0).isSilent();
      hasAnswered |= !givenUp;
    }
    return reply;
  }

  private int patience() {
    return hasAnswered ? PATIENCE : PATIENCE_WITH_A_STRANGER;
  }

  /** The name on the wire; null when DNS cannot hold it. */
  private static @Nullable Name name(Question question) {
    try {
      boolean octets = question.name().chars().allMatch(c -> c < 0x80);
      return octets ? new Name(question.name() + ".") : null;
    } catch (TextParseException e) {
      return null;
    }
  }

  /** Whether asking again may help; a refusal stays one, unless another address is asked. */
  private boolean mayPass(Reply reply) {
    return reply.mayPass() || (addresses.size() > 1 && reply.is(Failure.REFUSED));
  }

  private Reply ask(Question question, Name name, int tried) {
    ServerAddress address = addresses.get(tried % addresses.size());
    return new Exchange(address, limits.timeout(), clock).ask(question, name);
  }
}
