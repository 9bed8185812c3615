package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Question;
import java.util.List;

/**
 * Everything a domain's policy says and costs, for any client, with includes and redirects followed
 * to their ends.
 *
 * @param domain the domain, as questions carry names
 * @param state whether it publishes a policy
 * @param root its policy, and those below
 * @param all what happens to clients that nothing matched
 * @param authorised whom it lets send
 * @param problems all problems, in the order in which the terms are tried
 * @param unanswered the questions that DNS did not answer, in the order in which they were asked
 */
public record SpfAnalysis(
    String domain,
    Presence state,
    SpfNode root,
    EffectiveAll all,
    Authorised authorised,
    List<SpfProblem> problems,
    List<Unanswered> unanswered) {

  public SpfAnalysis {
    problems = List.copyOf(problems);
    unanswered = List.copyOf(unanswered);
  }

  /**
   * Analyses a domain. Bounded whatever DNS says: at most {@value PolicyWalk#QUESTIONS} questions,
   * each asked once, {@value PolicyWalk#TERMS} terms followed and {@value PolicyWalk#PREFIXES}
   * ranges; what lies beyond is told as {@link SpfCode#ANALYSIS_LIMIT}.
   *
   * @param domain internationalised labels as A-labels
   */
  public static SpfAnalysis of(Dns dns, String domain) {
    return new PolicyWalk(dns, Question.normal(domain)).analyse();
  }

  /** Terms that ask DNS when nothing matches, of 10 allowed; at least, unless the tree is known. */
  public int lookups() {
    return root.total().terms();
  }

  /** Terms whose questions find nothing, of 2 allowed; at least, unless all is known. */
  public int voidLookups() {
    return root.total().voids();
  }

  /** Whether every policy in the tree was answered for and followed. */
  public boolean isTreeKnown() {
    return isKnown(root) && !isLimited();
  }

  /** Whether DNS answered everything and nothing lay beyond the bounds of the analysis. */
  public boolean isKnown() {
    return unanswered.isEmpty() && isTreeKnown();
  }

  private boolean isLimited() {
    return problems.stream().anyMatch(p -> p.code() == SpfCode.ANALYSIS_LIMIT);
  }

  /** Whether some or all checks end in "permerror". */
  public boolean hasErrors() {
    return problems.stream().anyMatch(p -> p.code().weight() == SpfCode.Weight.ERROR);
  }

  private static boolean isKnown(SpfNode node) {
    return node.state() != SpfNode.State.UNKNOWN
        && node.state() != SpfNode.State.NOT_FOLLOWED
        && node.children().stream().allMatch(SpfAnalysis::isKnown);
  }
}
