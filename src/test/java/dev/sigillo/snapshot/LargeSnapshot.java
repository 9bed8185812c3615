package dev.sigillo.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Writes and reads a snapshot of many mailboxes, with three inbox rules each, and says what it
 * took: {@code java -Xmx64m -cp target/classes:target/test-classes:…
 * dev.sigillo.snapshot.LargeSnapshot FILE MAILBOXES}.
 */
public final class LargeSnapshot {
  private static final int RULES = 3;
  private static final int STEP = 1_000_003;

  private LargeSnapshot() {}

  public static void main(String[] args) {
    Path file = Path.of(args[0]);
    int mailboxes = Integer.parseInt(args[1]);
    long start = cpuMillis();
    write(file, mailboxes);
    long written = cpuMillis();
    long read = 0;
    long rules = 0;
    try (Snapshot snapshot = Snapshots.open(file)) {
      long opened = cpuMillis();
      try (MailboxReader reader = MailboxReader.open(snapshot)) {
        while (reader.hasNext()) {
          Mailbox mailbox = reader.next();
          if (mailbox.cas().imapEnabled().is(true) && mailbox.settings().auditEnabled().is(true)) {
            read++;
          }
          rules += mailbox.inboxRules().size();
        }
      }
      System.out.printf(
          "mailboxes %d, rules %d, bytes %d, heap %d MB, CPU ms: write %d, verify %d, read %d%n",
          read,
          rules,
          file.toFile().length(),
          peakMegabytes(),
          written - start,
          opened - written,
          cpuMillis() - opened);
    }
    if (read != mailboxes || rules != (long) mailboxes * RULES) {
      throw new IllegalStateException("some were lost");
    }
  }

  /** Keys come in no order, as from a service. */
  static void write(Path file, int mailboxes) {
    try (SnapshotWriter writer = SnapshotWriter.create(file)) {
      DatasetWriter list = writer.dataset("exchange/Get-Mailbox");
      for (int i = 0; i < mailboxes; i++) {
        int n = (int) ((long) i * STEP % mailboxes);
        ObjectNode row = SnapshotJson.MAPPER.createObjectNode();
        row.put("PrimarySmtpAddress", "user" + n + "@contoso.com");
        row.put("RecipientTypeDetails", "UserMailbox").put("AuditEnabled", true);
        row.putNull("ForwardingSmtpAddress").put("RecipientLimits", "500");
        list.row(key(n), row);
      }
      list.end(Json.complete(Origin.LIVE));
      DatasetWriter cas = writer.dataset("exchange/Get-CASMailbox");
      for (int i = 0; i < mailboxes; i++) {
        ObjectNode row = SnapshotJson.MAPPER.createObjectNode();
        row.putNull("SmtpClientAuthenticationDisabled").put("ImapEnabled", true);
        cas.row(key(i), row);
      }
      cas.end(Json.complete(Origin.LIVE));
      DatasetWriter rules = writer.dataset("exchange/Get-InboxRule");
      for (int i = 0; i < mailboxes * RULES; i++) {
        ObjectNode row = SnapshotJson.MAPPER.createObjectNode();
        row.put("RuleIdentity", "rule-" + i).put("Enabled", true);
        row.putNull("ForwardTo").putArray("RedirectTo").add("someone" + i + "@fabrikam.com");
        rules.row(key(i % mailboxes), row);
      }
      rules.end(Json.complete(Origin.LIVE));
      writer.finish(Json.HEADER);
    }
  }

  private static String key(int n) {
    return UUID.nameUUIDFromBytes(("mailbox" + n).getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }

  private static long cpuMillis() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getProcessCpuTime()
        / 1_000_000;
  }

  private static long peakMegabytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        >> 20;
  }
}
