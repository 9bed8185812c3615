package dev.sigillo.mailauth.dkim;

import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.TagFault;
import dev.sigillo.mailauth.TagList;
import dev.sigillo.mailauth.TagList.Tag;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads DKIM key records (RFC 6376 section 3.6.1). */
final class DkimParser {
  private static final String VERSION = "DKIM1";
  private static final Set<String> KNOWN = Set.of("v", "h", "k", "n", "p", "s", "t", "g");
  private static final int SHORTEST_RSA = 1024;

  private final TagList list;
  private final List<Problem> problems = new ArrayList<>();

  private DkimParser(TagList list) {
    this.list = list;
  }

  static Optional<DkimKey> parse(String text) {
    TagList list = TagList.parse(text);
    Optional<String> version = list.find("v").map(Tag::value);
    boolean isKey =
        version.isPresent() ? version.get().equals(VERSION) : list.find("p").isPresent();
    return isKey ? Optional.of(new DkimParser(list).key(text)) : Optional.empty();
  }

  private DkimKey key(String text) {
    for (TagList.Fault fault : list.faults()) {
      problems.add(
          fault.code() == TagFault.DUPLICATE_TAG
              ? new Problem(DkimCode.TAG_REPEATED, "", fault.at(), fault.text())
              : fault.problem());
    }
    list.tags().stream()
        .filter(tag -> !KNOWN.contains(tag.name()))
        .forEach(tag -> report(DkimCode.UNKNOWN_TAG, tag));
    Optional<Tag> version = list.find("v");
    if (version.isPresent() && !list.tags().get(0).equals(version.get())) {
      report(DkimCode.VERSION_NOT_FIRST, version.get());
    }
    List<String> hashes = parts("h", "");
    checkHashes(hashes);
    List<String> services = parts("s", "*");
    if (!services.contains("*") && !services.contains("email")) {
      list.find("s").ifPresent(tag -> report(DkimCode.NOT_FOR_MAIL, tag));
    }
    KeyType type = type();
    List<String> flags = parts("t", "");
    int bits = bits(type);
    problems.sort(Comparator.comparingInt(Problem::at));
    return new DkimKey(
        text,
        type,
        bits,
        list.find("p").map(tag -> tag.value().isEmpty()).orElse(false),
        flags.contains("y"),
        flags.contains("s"),
        hashes,
        services,
        problems);
  }

  private void checkHashes(List<String> hashes) {
    Optional<Tag> tag = list.find("h");
    if (hashes.isEmpty() || tag.isEmpty()) {
      return;
    }
    if (!hashes.contains("sha256")) {
      report(DkimCode.NO_SHA256, tag.get());
    }
    if (hashes.contains("sha1")) {
      report(DkimCode.SHA1_ALLOWED, tag.get());
    }
  }

  private KeyType type() {
    Optional<Tag> tag = list.find("k");
    return switch (tag.map(Tag::value).orElse("rsa")) {
      case "rsa" -> KeyType.RSA;
      case "ed25519" -> KeyType.ED25519;
      default -> {
        tag.ifPresent(t -> report(DkimCode.KEY_TYPE_UNKNOWN, t));
        yield KeyType.OTHER;
      }
    };
  }

  private int bits(KeyType type) {
    Optional<Tag> tag = list.find("p");
    if (tag.isEmpty()) {
      problems.add(Problem.of(DkimCode.P_MISSING, "", ""));
      return 0;
    }
    int at = tag.get().valueAt();
    if (tag.get().value().isEmpty() || type == KeyType.OTHER) {
      return 0;
    }
    try {
      int bits = PublicKeys.bits(type, tag.get().value());
      if (type == KeyType.RSA && bits < SHORTEST_RSA) {
        problems.add(new Problem(DkimCode.KEY_TOO_SHORT, "", at, Integer.toString(bits)));
      }
      return bits;
    } catch (GeneralSecurityException e) {
      String why = e.getMessage() == null ? "" : e.getMessage();
      problems.add(new Problem(DkimCode.KEY_UNREADABLE, "", at, why));
      return 0;
    }
  }

  /** The parts of a value, which colons separate. */
  private List<String> parts(String name, String otherwise) {
    String value = list.find(name).map(Tag::value).orElse(otherwise);
    return Arrays.stream(value.split(":", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private void report(DkimCode code, Tag tag) {
    problems.add(new Problem(code, "", tag.nameAt(), tag.name() + "=" + tag.value()));
  }
}
