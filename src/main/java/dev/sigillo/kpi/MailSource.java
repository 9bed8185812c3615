package dev.sigillo.kpi;

import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Subject;

/**
 * A network that sent mail in a domain's name, as receivers report it.
 *
 * @param row the first record of mail that is not aligned, otherwise the first record
 * @param domain of the From field, in lower case
 * @param network a /24 or /48
 * @param messages how many
 * @param aligned of them, with an aligned and passing SPF or DKIM result: DMARC passes
 * @param spf of them, with SPF
 * @param dkim of them, with DKIM
 * @param declared whether the inventory holds the address
 */
public record MailSource(
    RowRef row,
    String domain,
    String network,
    long messages,
    long aligned,
    long spf,
    long dkim,
    boolean declared)
    implements Fact, Subject {

  /**
   * Whether it is one of the organisation's: declared, or authorised by the domain's SPF record. A
   * network that only a signature speaks for may be a forwarder's; one that nothing speaks for is
   * unknown or forges.
   */
  public boolean own() {
    return declared || spf > 0;
  }

  /** Whether fewer than so many percent of its messages pass. */
  public boolean passesBelow(long percent, long atLeast) {
    return messages >= atLeast && aligned * 100 < messages * percent;
  }

  /** Such as {@code 43.5 % (87/200)}. */
  public String passRate() {
    return Percent.of(aligned, messages);
  }

  @Override
  public String subjectKey() {
    return domain + " " + network;
  }

  @Override
  public String subjectName() {
    return domain + " " + network;
  }
}
