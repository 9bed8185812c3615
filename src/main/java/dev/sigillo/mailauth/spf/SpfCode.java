package dev.sigillo.mailauth.spf;

/** What can be wrong with a policy, or worth knowing of it. */
public enum SpfCode {
  // The grammar: RFC 7208 sections 4.6.1, 5, 6, 7.1 and 12.
  NO_VERSION(Weight.ERROR, "does not begin with v=spf1 and a space"),
  RECORD_TOO_LONG(Weight.ERROR, "the record is longer than the 65,535 octets DNS can carry"),
  NOT_ASCII(Weight.ERROR, "an octet outside ASCII; allowed are visible ASCII characters"),
  CONTROL_CHARACTER(Weight.ERROR, "a control character; terms are separated by spaces only"),
  UNKNOWN_MECHANISM(
      Weight.ERROR, "no such mechanism; allowed are all, include, a, mx, ptr, ip4, ip6 and exists"),
  ALL_WITH_ARGUMENT(Weight.ERROR, "\"all\" takes nothing after it"),
  DOMAIN_MISSING(Weight.ERROR, "a domain must follow"),
  DOMAIN_END(
      Weight.ERROR,
      "a domain must end in a macro, or in a dot and a label of letters, digits and inner hyphens"
          + " that is no number"),
  ADDRESS_AS_DOMAIN(Weight.ERROR, "an address where a name must stand; addresses go into ip4, ip6"),
  NO_PREFIX_LENGTH_HERE(Weight.ERROR, "\"ptr\" takes a domain after a colon, and nothing else"),
  PREFIX_LENGTH(
      Weight.ERROR,
      "no prefix length; allowed are /0 to /32 for IPv4, /0 to /128 for ip6, //0 to //128 after a"
          + " and mx"),
  IP4_NETWORK(Weight.ERROR, "an IPv4 address must follow, four numbers from 0 to 255 with dots"),
  IP6_NETWORK(Weight.ERROR, "an IPv6 address must follow"),
  MODIFIER_NAME(
      Weight.ERROR,
      "no name of a modifier; allowed are a letter, then letters, digits, hyphens, underscores and"
          + " dots"),
  MODIFIER_TWICE(Weight.ERROR, "redirect and exp may stand once each"),
  PERCENT_ALONE(Weight.ERROR, "after a percent sign must follow {, %, _ or -"),
  MACRO_LETTER(Weight.ERROR, "no such macro; allowed are s, l, o, d, i, p, v and h"),
  MACRO_ONLY_IN_EXPLANATION(Weight.ERROR, "the macros c, r and t may stand in explanations only"),
  MACRO_KEEPS_NOTHING(Weight.ERROR, "a macro must keep at least one part"),
  MACRO_END(
      Weight.ERROR,
      "the macro does not end; allowed are digits, r, the delimiters . - + , / _ = and then }"),

  // Evaluation: sections 4.4 to 4.6.4, 5.2, 5.4 and 6.1.
  MULTIPLE_RECORDS(Weight.ERROR, "several SPF records at one name; allowed is one"),
  INCLUDE_WITHOUT_RECORD(Weight.ERROR, "the included domain publishes no SPF record"),
  REDIRECT_WITHOUT_RECORD(Weight.ERROR, "the domain that redirect names publishes no SPF record"),
  LOOKUP_LIMIT(Weight.ERROR, "more than 10 terms that ask DNS"),
  VOID_LOOKUP_LIMIT(Weight.ERROR, "more than 2 terms whose questions to DNS find nothing"),
  MX_LIMIT(Weight.ERROR, "more than 10 mail exchangers"),
  DNS_FAILURE(Weight.UNKNOWN, "DNS did not answer"),

  // Analysis: what no single check shows.
  INCLUDE_LOOP(Weight.ERROR, "an include leads back to a policy that it stands in"),
  REDIRECT_LOOP(Weight.ERROR, "a redirect leads back to a policy that it stands in"),
  STRING_TOO_LONG(Weight.ERROR, "a string of the record is longer than the 255 octets allowed"),
  VOID_LOOKUP(Weight.WEAKNESS, "the question to DNS finds nothing"),
  PASS_ALL(Weight.WEAKNESS, "anyone may send in the domain's name"),
  NO_ALL(Weight.WEAKNESS, "the policy ends in neither all nor redirect, and so says nothing"),
  PTR(Weight.WEAKNESS, "\"ptr\" is slow and unreliable, and must not be used any more"),
  MECHANISM_AS_MODIFIER(
      Weight.WEAKNESS, "a mechanism written with an equals sign does nothing; it takes a colon"),
  NAME_CANNOT_EXIST(Weight.WEAKNESS, "DNS cannot have this name, so that the term never matches"),
  AFTER_ALL(Weight.WEAKNESS, "terms after \"all\" are never tried"),
  REDIRECT_BESIDE_ALL(Weight.WEAKNESS, "beside \"all\", redirect does nothing"),
  UNKNOWN_MODIFIER(Weight.NOTE, "RFC 7208 knows no such modifier; it does nothing"),
  VARIABLE_TARGET(
      Weight.NOTE, "the target depends on the client or the sender; it cannot be followed here"),
  SIZE(Weight.NOTE, "name and TXT records are longer than the 450 octets that are safe"),
  RESPONSE_SIZE(
      Weight.NOTE, "the DNS response is longer than the 512 octets that plain UDP carries"),
  ANALYSIS_LIMIT(Weight.UNKNOWN, "more than this analysis follows; the rest is left out");

  /** What it does to a check. */
  public enum Weight {
    /** Some or all checks end in "permerror", so that receivers treat the domain as without SPF. */
    ERROR,
    /** The policy works, but says more or less than it should. */
    WEAKNESS,
    /** Worth knowing. */
    NOTE,
    /** Nothing can be said; receivers see "temperror". */
    UNKNOWN
  }

  private final Weight weight;
  private final String says;

  SpfCode(Weight weight, String says) {
    this.weight = weight;
    this.says = says;
  }

  /** What it does to a check. */
  public Weight weight() {
    return weight;
  }

  /** What is wrong and what is allowed, in English, without the place. */
  public String says() {
    return says;
  }
}
