package dev.sigillo.effective;

import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.Subject;
import java.util.List;

/**
 * An application that may use mailboxes by itself.
 *
 * @param key object id of its service principal; what Exchange calls it when there is none
 * @param name its display name
 * @param appId application (client) id; empty when it is not known
 * @param grants what it holds, by permission
 */
public record MailApp(String key, String name, String appId, List<MailGrant> grants)
    implements Subject {

  public MailApp {
    grants = List.copyOf(grants);
  }

  /** Whether it can send mail. */
  public boolean sends() {
    return grants.stream().anyMatch(MailGrant::sends);
  }

  /** Names of the permissions it holds, each once. */
  public List<String> permissions() {
    return grants.stream().map(MailGrant::permission).distinct().sorted().toList();
  }

  /** The grants themselves. */
  public Fact[] evidence() {
    return grants.stream().map(MailGrant::evidence).toArray(Fact[]::new);
  }

  @Override
  public String subjectKey() {
    return key;
  }

  @Override
  public String subjectName() {
    return name;
  }
}
