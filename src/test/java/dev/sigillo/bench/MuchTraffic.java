package dev.sigillo.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Makes a message trace and DMARC reports of any size, to be read by the program itself. */
public final class MuchTraffic {
  private MuchTraffic() {}

  /**
   * Writes {@code trace.csv} and a folder {@code reports}.
   *
   * @param args the folder; rows of the trace; reports, copies of the given one with ids of their
   *     own; a report
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    trace(folder.resolve("trace.csv"), Integer.parseInt(args[1]));
    Path reports = Files.createDirectories(folder.resolve("reports"));
    String report = Files.readString(Path.of(args[3]));
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      String other =
          report.replaceFirst("<report_id>[^<]*</report_id>", "<report_id>r" + i + "</report_id>");
      Files.writeString(reports.resolve("r" + i + ".xml"), other);
    }
  }

  private static void trace(Path file, int rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "\"MessageTraceId\",\"MessageId\",\"Received\",\"SenderAddress\",\"RecipientAddress\",\"FromIP\",\"ToIP\",\"Subject\",\"Status\",\"Size\"\r\n");
      for (int i = 0; i < rows; i++) {
        out.write(
            String.format(
                Locale.ROOT,
                "\"%08x-6a5b-4c3d-8e2f-000000000000\",\"<%d@contoso.com>\",\"2026-11-%02dT%02d:12:34Z\",\"user%d@contoso.com\",\"x%d@dest%d.example\",\"203.0.113.%d\",\"198.51.100.7\",\"Subject %d, with comma\",\"%s\",\"%d\"\r\n",
                i,
                i,
                1 + i % 20,
                i % 24,
                i % 5_000,
                i,
                i % 300,
                i % 250,
                i,
                i % 50 == 0 ? "Failed" : "Delivered",
                i));
      }
    }
  }
}
