package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.MailboxKey;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.collect.run.Source;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Who receives what is written to postmaster and abuse (RFC 2142) of each accepted domain. Each
 * address is asked about by itself: that nobody has it is then said in words, while a search that
 * finds nothing proves nothing.
 */
final class RoleAddressSource implements Source {
  private static final List<String> ROLES = List.of("postmaster", "abuse");

  private final ExchangeClient client;

  RoleAddressSource(ExchangeClient client) {
    this.client = client;
  }

  @Override
  public String service() {
    return Via.EXCHANGE.called();
  }

  @Override
  public String request() {
    return "Get-Recipient -Identity postmaster@…, abuse@… of each accepted domain";
  }

  @Override
  public boolean documented() {
    return false;
  }

  @Override
  public Set<Dataset> needs() {
    return Set.of(Dataset.ACCEPTED_DOMAIN);
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException {
    answers.restart();
    Status domains = earlier.status(Dataset.ACCEPTED_DOMAIN);
    if (domains != Status.COMPLETE) {
      return Ending.of(domains, Note.NEEDS.of(Dataset.ACCEPTED_DOMAIN.id()));
    }
    List<String> addresses = addresses(earlier);
    Batches batches = new Batches(client);
    RowSink sink = new RowSink(answers, row -> null);
    for (int from = 0; from < addresses.size(); from += ExchangeClient.BATCH) {
      int to = Math.min(addresses.size(), from + ExchangeClient.BATCH);
      List<String> some = addresses.subList(from, to);
      List<ExchangeClient.Item> items =
          batches.ask(some.stream().map(RoleAddressSource::command).toList());
      for (int i = 0; i < items.size(); i++) {
        for (ObjectNode holder : holders(some.get(i), items.get(i))) {
          sink.add(holder);
        }
      }
      steps.at(to, addresses.size());
    }
    return Ending.complete(List.of(), null);
  }

  private static Command command(String address) {
    return Command.all(Cmdlet.RECIPIENT).with(Parameter.IDENTITY, address);
  }

  private static List<String> addresses(Collected earlier) throws InterruptedException {
    List<String> addresses = new ArrayList<>();
    for (ObjectNode row : earlier.rows(Dataset.ACCEPTED_DOMAIN)) {
      String domain = MailboxKey.text(row, "DomainName");
      if (domain != null && !domain.startsWith("*")) {
        ROLES.forEach(role -> addresses.add(role + "@" + domain));
      }
    }
    return addresses;
  }

  /** Those among the rows that have the address: an unknown name may be answered with everybody. */
  private static List<ObjectNode> holders(String address, ExchangeClient.Item item) {
    ServiceException refusal = item.refusal();
    if (refusal != null) {
      if (refusal.kind() == Kind.NOT_FOUND) {
        return List.of();
      }
      throw refusal;
    }
    List<ObjectNode> rows = item.reply() == null ? List.of() : item.reply().rows();
    List<ObjectNode> holders = rows.stream().filter(row -> has(row, address)).toList();
    if (holders.isEmpty()) {
      throw new ServiceException(
          Kind.BAD_REQUEST, "asked about %s, answered with others".formatted(address));
    }
    return holders;
  }

  private static boolean has(ObjectNode row, String address) {
    return address.equals(MailboxKey.text(row, "PrimarySmtpAddress"))
        || StreamSupport.stream(row.path("EmailAddresses").spliterator(), false)
            .anyMatch(one -> one.asText().equalsIgnoreCase("smtp:" + address));
  }
}
