package dev.sigillo.collect.dns;

import org.xbill.DNS.DClass;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** A record as a line of a master file (RFC 1035 section 5.1): ASCII, no octet lost. */
final class MasterLine {
  private MasterLine() {}

  /** Owner, TTL in seconds, class, type and data, a blank between them. */
  static String of(Record record) {
    return record.getName()
        + " "
        + record.getTTL()
        + " "
        + DClass.string(record.getDClass())
        + " "
        + Type.string(record.getType())
        + " "
        + (record instanceof TXTRecord txt ? texts(txt) : record.rdataToString());
  }

  /** Every character-string in quotation marks, empty ones too. */
  private static String texts(TXTRecord record) {
    StringBuilder data = new StringBuilder();
    for (byte[] text : record.getStringsAsByteArrays()) {
      data.append(data.isEmpty() ? "\"" : " \"");
      for (byte octet : text) {
        int c = octet & 0xff;
        if (c == '"' || c == '\\') {
          data.append('\\').append((char) c);
        } else if (c >= ' ' && c <= '~') {
          data.append((char) c);
        } else {
          data.append('\\').append(c / 100).append(c / 10 % 10).append(c % 10);
        }
      }
      data.append('"');
    }
    return data.toString();
  }
}
