package dev.sigillo.mailauth.dmarc;

import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.ProblemCode;
import dev.sigillo.mailauth.ReportUri;
import dev.sigillo.mailauth.TagList;
import dev.sigillo.mailauth.TagList.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads DMARC records: strict about what counts, lenient about the rest (RFC 9989 section 4.8). */
final class DmarcParser {
  private static final Pattern VERSION = Pattern.compile("v[ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)");
  private static final Pattern FAILURE_OPTIONS = Pattern.compile("[01dsDS](?::[01dsDS]){0,3}");
  private static final Set<String> KNOWN =
      Set.of("v", "p", "sp", "np", "t", "psd", "adkim", "aspf", "fo", "rua", "ruf");
  private static final Set<String> OBSOLETE = Set.of("pct", "rf", "ri");
  private static final int MOST_URIS = 50;

  private final TagList list;
  private final List<Problem> problems = new ArrayList<>();

  private DmarcParser(TagList list) {
    this.list = list;
  }

  /** Whether a text says that it is a DMARC record. */
  static boolean isRecord(String text) {
    return VERSION.matcher(text).lookingAt();
  }

  static Optional<DmarcRecord> parse(String text) {
    return isRecord(text)
        ? Optional.of(new DmarcParser(TagList.parse(text)).record(text))
        : Optional.empty();
  }

  private DmarcRecord record(String text) {
    list.faults().forEach(fault -> problems.add(fault.problem()));
    Map<String, String> obsolete = new TreeMap<>();
    for (Tag tag : list.tags()) {
      if (OBSOLETE.contains(tag.name())) {
        obsolete.putIfAbsent(tag.name(), tag.value());
        report(DmarcCode.OBSOLETE_TAG, tag);
      } else if (!KNOWN.contains(tag.name())) {
        boolean known = KNOWN.contains(tag.name().toLowerCase(Locale.ROOT));
        report(known ? DmarcCode.TAG_CASE : DmarcCode.UNKNOWN_TAG, tag);
      }
    }
    if (list.find("p").isEmpty()) {
      problems.add(Problem.of(DmarcCode.P_MISSING, "", ""));
    }
    Optional<Policy> p = policy("p", DmarcCode.P_INVALID);
    Optional<Policy> sp = policy("sp", DmarcCode.SP_INVALID);
    Optional<Policy> np = policy("np", DmarcCode.NP_INVALID);
    boolean testing = choice("t", "n", "y").equals("y");
    String psd = choice("psd", "u", "y", "n");
    boolean strictDkim = choice("adkim", "r", "s").equals("s");
    boolean strictSpf = choice("aspf", "r", "s").equals("s");
    String fo = failureOptions();
    List<ReportUri> rua = uris("rua");
    List<ReportUri> ruf = uris("ruf");
    problems.sort(Comparator.comparingInt(Problem::at));
    return new DmarcRecord(
        text,
        p,
        sp,
        np,
        testing,
        psd.equals("y") ? Psd.YES : psd.equals("n") ? Psd.NO : Psd.UNSAID,
        strictDkim ? Alignment.STRICT : Alignment.RELAXED,
        strictSpf ? Alignment.STRICT : Alignment.RELAXED,
        fo,
        rua,
        ruf,
        obsolete,
        problems);
  }

  private Optional<Policy> policy(String name, DmarcCode fault) {
    Optional<Tag> tag = list.find(name);
    Optional<Policy> policy = tag.flatMap(t -> Policy.of(t.value()));
    if (tag.isPresent() && (policy.isEmpty() || list.repeats(name))) {
      report(fault, tag.get());
      return Optional.empty();
    }
    return policy;
  }

  /** One of the values a tag can have, in lower case, the default first. */
  private String choice(String name, String... values) {
    Optional<Tag> tag = list.find(name);
    if (tag.isEmpty()) {
      return values[0];
    }
    String value = tag.get().value().toLowerCase(Locale.ROOT);
    if (!list.repeats(name)) {
      for (String allowed : values) {
        if (allowed.equals(value)) {
          return value;
        }
      }
    }
    report(DmarcCode.VALUE_INVALID, tag.get());
    return values[0];
  }

  private String failureOptions() {
    Optional<Tag> tag = list.find("fo");
    if (tag.isEmpty()) {
      return "0";
    }
    if (list.find("ruf").isEmpty()) {
      report(DmarcCode.FO_WITHOUT_RUF, tag.get());
    }
    String value = tag.get().value().replaceAll("[ \t]", "");
    if (!FAILURE_OPTIONS.matcher(value).matches() || list.repeats("fo")) {
      report(DmarcCode.VALUE_INVALID, tag.get());
      return "0";
    }
    return value.toLowerCase(Locale.ROOT);
  }

  private List<ReportUri> uris(String name) {
    List<ReportUri> uris = new ArrayList<>();
    Optional<Tag> found = list.find(name);
    if (found.isEmpty()) {
      return uris;
    }
    Tag tag = found.get();
    if (list.repeats(name)) {
      report(DmarcCode.VALUE_INVALID, tag);
      return uris;
    }
    int at = tag.valueAt();
    for (String part : tag.value().split(",", -1)) {
      if (uris.size() >= MOST_URIS) {
        problems.add(new Problem(DmarcCode.TOO_MANY_URIS, "", at, part));
        break;
      }
      String text = part.strip();
      int start = at + part.indexOf(text);
      Optional<ReportUri> uri = ReportUri.parse(text, start);
      if (uri.isEmpty()) {
        problems.add(new Problem(DmarcCode.URI_INVALID, "", start, text));
      } else {
        uris.add(uri.get());
        if (!uri.get().isMail()) {
          problems.add(new Problem(DmarcCode.URI_NOT_MAIL, "", start, text));
        }
        if (!uri.get().size().isEmpty()) {
          problems.add(new Problem(DmarcCode.URI_SIZE, "", start, text));
        }
      }
      at += part.length() + 1;
    }
    return uris;
  }

  private void report(ProblemCode code, Tag tag) {
    problems.add(new Problem(code, "", tag.nameAt(), tag.name() + "=" + tag.value()));
  }
}
