package dev.sigillo.collect.graph;

import com.microsoft.kiota.RequestInformation;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.collect.run.Sweep;
import dev.sigillo.collect.run.Sweep.Reply;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The visible inbox rules of every mailbox, twenty mailboxes a question. A mailbox without an
 * account in Entra ID is not known to Graph, and that is written down as its answer.
 */
final class MessageRules extends GraphSource {
  /** What Graph and the service behind it call an account that does not exist. */
  private static final List<String> NO_ACCOUNT =
      List.of("Request_ResourceNotFound", "ErrorInvalidUser");

  private final String[] properties;

  MessageRules(GraphClient graph, Instant now, String... properties) {
    super(graph, now, List.of(to -> question(graph, "{id}", properties)));
    this.properties = properties;
  }

  @Override
  public Set<Dataset> needs() {
    return Set.of(Dataset.MAILBOX);
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException {
    Ending missing = missing(earlier, Dataset.MAILBOX);
    if (missing != null) {
      return missing;
    }
    Trail trail = new Trail();
    Batch batch = new Batch(graph(), trail);
    Ending ending =
        Sweep.over(
            Dataset.MAILBOX,
            row -> true,
            earlier,
            answers,
            Batch.MOST,
            graph().workload(Family.MAILBOXES),
            steps,
            targets -> judged(batch.ask(questions(targets))));
    return new Ending(
        ending.status(),
        ending.reason(),
        ending.total(),
        ending.window(),
        trail.requestIds(),
        trail.date());
  }

  /**
   * Where the identity may read nobody's rules, every mailbox says so; a policy of the tenant may
   * as well close some mailboxes and open others.
   */
  private static List<Reply> judged(List<Reply> answers) {
    List<Reply> replies = answers.stream().map(MessageRules::known).toList();
    for (Reply reply : replies) {
      ServiceException refusal = reply.refusal();
      if (refusal == null
          || (refusal.status() != Status.FORBIDDEN && refusal.status() != Status.UNLICENSED)
          || refusal.reason().contains("AccessPolicy")) {
        return replies;
      }
    }
    throw Objects.requireNonNull(replies.get(0).refusal());
  }

  /** The 404 of an account that is not there, told apart from those of mailboxes elsewhere. */
  private static Reply known(Reply reply) {
    ServiceException refusal = reply.refusal();
    return refusal != null
            && refusal.kind() == Kind.NOT_FOUND
            && NO_ACCOUNT.stream().anyMatch(refusal.reason()::contains)
        ? Reply.refused(new ServiceException(Kind.NOT_FOUND, Note.NO_ACCOUNT.of()))
        : reply;
  }

  private List<Supplier<RequestInformation>> questions(List<Sweep.Target> targets) {
    List<Supplier<RequestInformation>> questions = new ArrayList<>();
    for (Sweep.Target target : targets) {
      questions.add(() -> question(graph(), target.key(), properties));
    }
    return questions;
  }

  private static RequestInformation question(
      GraphClient graph, String account, String... properties) {
    return graph
        .sdk()
        .users()
        .byUserId(account)
        .mailFolders()
        .byMailFolderId("inbox")
        .messageRules()
        .toGetRequestInformation(c -> c.queryParameters.select = properties);
  }
}
