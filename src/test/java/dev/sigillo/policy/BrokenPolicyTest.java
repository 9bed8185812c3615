package dev.sigillo.policy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake ends with one sentence: file, line, what is wrong, what is allowed. */
class BrokenPolicyTest {
  private static final String WAIVER =
      """
      waivers:
        - control: SMTPAUTH-01
          subject: contoso.com
          reason: Migration
          owner: Ada Lovelace
          approver: Grace Hopper
          approvedOn: 2026-10-01
          expires: 2027-03-31
      """;
  private static final String SENDER =
      """
      inventory:
        - name: Scanner
          kind: device
          owner: Ada Lovelace
          mailbox: scanner@contoso.com
      """;
  private static final String ATTESTATION =
      """
      attestations:
        - control: PROCESS-01
          statement: It exists
          by: Ada Lovelace
          on: 2026-10-01
          validUntil: 2027-01-10
      """;

  static Stream<Arguments> mistakes() {
    return Stream.of(keys(), types(), controls(), waivers(), declarations(), yaml(), about())
        .flatMap(all -> all);
  }

  private static Stream<Arguments> keys() {
    return Stream.of(
        arguments(
            "a misspelt key",
            "minCoverage: 80\ncontrol: {}\n",
            "2: unknown key 'control' (did you mean 'controls'?); allowed: extends, failLevel,"
                + " minCoverage, timeZone, weights, controls, waivers, inventory, attestations,"
                + " emergencyAccounts, engagement, responses, privacy"),
        arguments(
            "letters that changed places",
            WAIVER.replace("approvedOn", "aprpovedOn"),
            "7: unknown key 'aprpovedOn' (did you mean 'approvedOn'?); allowed: control, subject,"
                + " reason, owner, approver, approvedOn, expires"),
        arguments(
            "a key that resembles nothing",
            SENDER + "    colour: red\n",
            "6: unknown key 'colour'; allowed: name, kind, owner, mailbox, appId, connector, spf,"
                + " dkimSelector, ip, credential, server, volumePerDay, reviewedOn"),
        arguments(
            "a secret",
            SENDER + "    credential: {kind: password, password: S3cret}\n",
            "6: unknown key 'password' in 'credential', which never holds a secret; allowed: kind,"
                + " rotatedOn"),
        arguments(
            "a key of a parameter's value",
            "controls: {OUTBOUND-01: {perDay: 5}}\n",
            "1: unknown key 'perDay'; allowed: enabled, severity, reason, parameters"),
        arguments(
            "a duplicate key",
            "minCoverage: 80\ntimeZone: UTC\nminCoverage: 90\n",
            "3: key 'minCoverage' stands twice; allowed: once"),
        arguments(
            "a duplicate key deep inside",
            WAIVER + "    reason: Another\n",
            "9: key 'reason' stands twice; allowed: once"),
        arguments(
            "a control twice",
            "controls:\n  SMTPAUTH-01: {}\n  smtpauth-01: {}\n",
            "3: control SMTPAUTH-01 stands twice; allowed: once"),
        arguments(
            "a key that is a list",
            "? [a, b]\n: c\n",
            "1: the policy has a key that is a list or a mapping; allowed: words"),
        arguments(
            "a key that steers the terminal",
            "\"a\\e[31m\\u202E\": 1\n",
            "1: unknown key 'a\\u001B[31m\\u202E'; allowed: extends, failLevel, minCoverage,"
                + " timeZone, weights, controls, waivers, inventory, attestations,"
                + " emergencyAccounts, engagement, responses, privacy"),
        arguments(
            "an endless value",
            "failLevel: " + "x".repeat(5_000) + "\n",
            "1: 'failLevel' is '"
                + "x".repeat(60)
                + "…'; allowed: critical, high, medium, low, never"));
  }

  private static Stream<Arguments> types() {
    return Stream.of(
        arguments(
            "a list as the policy",
            "- failLevel: high\n",
            "1: the policy is a list; allowed: a mapping, 'key: value' on each line"),
        arguments(
            "a text as the policy",
            "policy\n",
            "1: the policy is 'policy'; allowed: a mapping, 'key: value' on each line"),
        arguments(
            "a word that is not one of a few",
            "failLevel: hihg\n",
            "1: 'failLevel' is 'hihg' (did you mean 'high'?); allowed: critical, high, medium,"
                + " low, never"),
        arguments(
            "a list where a word belongs",
            "failLevel: [high]\n",
            "1: 'failLevel' is a list; allowed: critical, high, medium, low, never"),
        arguments(
            "a number out of range",
            "minCoverage: 101\n",
            "1: 'minCoverage' is '101'; allowed: a whole number from 0 to 100"),
        arguments(
            "a number with a fraction",
            "minCoverage: 80.5\n",
            "1: 'minCoverage' is '80.5'; allowed: a whole number from 0 to 100"),
        arguments(
            "a number in another base",
            "minCoverage: 0x10\n",
            "1: 'minCoverage' is '0x10'; allowed: a whole number from 0 to 100"),
        arguments(
            "a number in quotes",
            "minCoverage: \"80\"\n",
            "1: 'minCoverage' is '80'; allowed: a whole number from 0 to 100, without quotes"),
        arguments(
            "a word where a number belongs",
            "minCoverage: much\n",
            "1: 'minCoverage' is 'much'; allowed: a whole number from 0 to 100"),
        arguments(
            "a weight of nothing",
            "weights: {low: 0}\n",
            "1: 'low' is '0'; allowed: a whole number from 1 to 1000"),
        arguments(
            "a switch that only YAML 1.1 takes for one",
            "controls: {SMTPAUTH-01: {enabled: no, reason: r}}\n",
            "1: 'enabled' is 'no'; allowed: true or false"),
        arguments(
            "a switch where a text belongs",
            WAIVER.replace("Migration", "true"),
            "4: 'reason' is 'true'; allowed: a text"),
        arguments(
            "an empty text",
            WAIVER.replace("Migration", "' '"),
            "4: 'reason' is ' '; allowed: a text"),
        arguments(
            "a mapping where a list belongs",
            "waivers: {control: SMTPAUTH-01}\n",
            "1: 'waivers' is a mapping; allowed: a list, '- item' on each line"),
        arguments(
            "a text where an entry belongs",
            "waivers:\n  - SMTPAUTH-01\n",
            "2: an entry of 'waivers' is 'SMTPAUTH-01'; allowed: a mapping, 'key: value' on each"
                + " line"),
        arguments(
            "a time zone that does not exist",
            "timeZone: Europe/Roma\n",
            "1: 'timeZone' is 'Europe/Roma' (did you mean 'Europe/Rome'?); allowed: a time zone"
                + " such as Europe/Rome or UTC"),
        arguments(
            "a date written another way",
            WAIVER.replace("2026-10-01", "1/10/2026"),
            "7: 'approvedOn' is '1/10/2026'; allowed: a date such as 2026-11-24"),
        arguments(
            "a date that is not in the calendar",
            WAIVER.replace("2027-03-31", "2027-02-29"),
            "8: 'expires' is '2027-02-29'; allowed: a date such as 2026-11-24"),
        arguments(
            "a date with a time",
            WAIVER.replace("2026-10-01", "2026-10-01T00:00:00Z"),
            "7: 'approvedOn' is '2026-10-01T00:00:00Z'; allowed: a date such as 2026-11-24"));
  }

  private static Stream<Arguments> controls() {
    return Stream.of(
        arguments(
            "a control that does not exist",
            "controls:\n  OUTBUOND-01: {severity: low}\n",
            "2: unknown control 'OUTBUOND-01' (did you mean 'OUTBOUND-01'?); allowed: the ids that"
                + " 'sigillo controls list' shows"),
        arguments(
            "a control that could be one of several",
            "controls: {FORWARDING-03: {}}\n",
            "1: unknown control 'FORWARDING-03'; allowed: the ids that 'sigillo controls list'"
                + " shows"),
        arguments(
            "a waiver for a control that does not exist",
            WAIVER.replace("SMTPAUTH-01", "SMTPAUT-01"),
            "2: unknown control 'SMTPAUT-01' (did you mean 'SMTPAUTH-01'?); allowed: the ids that"
                + " 'sigillo controls list' shows"),
        arguments(
            "a misspelt parameter",
            "controls:\n  FORWARDING-01:\n    parameters:\n      automaticCountAsOff: true\n",
            "4: unknown parameter 'automaticCountAsOff' of FORWARDING-01 (did you mean"
                + " 'automaticCountsAsOff'?); allowed: automaticCountsAsOff"),
        arguments(
            "a parameter of a control that has none",
            "controls: {SMTPAUTH-01: {parameters: {x: 1}}}\n",
            "1: unknown parameter 'x' of SMTPAUTH-01; allowed: none"),
        arguments(
            "a parameter of another type",
            "controls: {OUTBOUND-01: {parameters: {perDay: many}}}\n",
            "1: 'perDay' is 'many'; allowed: a whole number from 0 to 2147483647"),
        arguments(
            "one word where a parameter is a list",
            "controls: {FORWARDING-02: {parameters: {allowedDomains: contoso.com}}}\n",
            "1: 'allowedDomains' is 'contoso.com'; allowed: a list, '- item' on each line"),
        arguments(
            "a control left out without a reason",
            "controls:\n  SMTPAUTH-01: {enabled: false}\n",
            "2: SMTPAUTH-01 has 'enabled: false' instead of true and does not say why; allowed:"
                + " with a 'reason'"),
        arguments(
            "a severity lowered without a reason",
            "controls:\n  SMTPAUTH-01: {severity: low}\n",
            "2: SMTPAUTH-01 has 'severity: low' instead of high and does not say why; allowed:"
                + " with a 'reason'"));
  }

  private static Stream<Arguments> waivers() {
    return Stream.of(
        arguments(
            "an undated waiver",
            WAIVER.replaceAll(" +expires.*\n", ""),
            "2: an entry of 'waivers' has no 'expires'; it is obligatory"),
        arguments(
            "a waiver whose end is left empty",
            WAIVER.replace("expires: 2027-03-31", "expires:"),
            "2: an entry of 'waivers' has no 'expires'; it is obligatory"),
        arguments(
            "a waiver for two years",
            WAIVER.replace("2027-03-31", "2028-10-01"),
            "2: a waiver approved on 2026-10-01 expires on 2028-10-01; allowed: from that day to"
                + " 2027-10-01, 365 days later"),
        arguments(
            "a waiver one day too long",
            WAIVER.replace("2027-03-31", "2027-10-02"),
            "2: a waiver approved on 2026-10-01 expires on 2027-10-02; allowed: from that day to"
                + " 2027-10-01, 365 days later"),
        arguments(
            "a waiver that ends before it begins",
            WAIVER.replace("2027-03-31", "2026-09-30"),
            "2: a waiver approved on 2026-10-01 expires on 2026-09-30; allowed: from that day to"
                + " 2027-10-01, 365 days later"),
        arguments(
            "a waiver its owner approved",
            WAIVER.replace("Grace Hopper", "ada  LOVELACE"),
            "2: 'Ada Lovelace' both owns and approves the waiver; allowed: an approver other than"
                + " the owner"),
        arguments(
            "a waiver without an approver",
            WAIVER.replaceAll(" +approver.*\n", ""),
            "2: an entry of 'waivers' has no 'approver'; it is obligatory"),
        arguments(
            "a waiver without a reason",
            WAIVER.replaceAll(" +reason.*\n", ""),
            "2: an entry of 'waivers' has no 'reason'; it is obligatory"),
        arguments(
            "the same waiver twice",
            WAIVER + WAIVER.replace("waivers:\n", ""),
            "9: the waiver of SMTPAUTH-01 for this subject and day stands in p.yaml:2 already;"
                + " allowed: once"));
  }

  private static Stream<Arguments> declarations() {
    return Stream.of(
        arguments(
            "a kind of sender that does not exist",
            SENDER.replace("device", "printer"),
            "3: 'kind' is 'printer'; allowed: device, application, service"),
        arguments(
            "a sender without an owner",
            SENDER.replaceAll(" +owner.*\n", ""),
            "2: an entry of 'inventory' has no 'owner'; it is obligatory"),
        arguments(
            "a sender nobody could recognise",
            SENDER.replaceAll(" +mailbox.*\n", ""),
            "2: the sender 'Scanner' has no identity; allowed: at least one of mailbox, appId,"
                + " connector, spf, dkimSelector, ip, server"),
        arguments(
            "two senders of one name",
            SENDER + SENDER.replace("inventory:\n", "").replace("Scanner", "SCANNER"),
            "6: the sender 'SCANNER' stands in p.yaml:2 already; allowed: once"),
        arguments(
            "a table named by a text",
            "inventory: senders.csv\n",
            "1: 'inventory: senders.csv' cannot be read: tables are named in files only; allowed:"
                + " a list of senders, or a CSV file"),
        arguments(
            "an attestation without an end",
            ATTESTATION.replaceAll(" +validUntil.*\n", ""),
            "2: an entry of 'attestations' has no 'validUntil'; it is obligatory"),
        arguments(
            "an attestation that ends before it begins",
            ATTESTATION.replace("2027-01-10", "2026-01-10"),
            "2: an attestation given on 2026-10-01 is valid until 2026-01-10; allowed: that day or"
                + " later"),
        arguments(
            "an emergency account without an id",
            "emergencyAccounts: [{name: Break glass}]\n",
            "1: an entry of 'emergencyAccounts' has no 'id'; it is obligatory"));
  }

  private static Stream<Arguments> yaml() {
    return Stream.of(
        arguments(
            "invalid YAML",
            "controls: [\n",
            "2: is not YAML: expected the node content, but found '<stream end>'; allowed: a YAML"
                + " document"),
        arguments(
            "a tab as indentation",
            "controls:\n\tSMTPAUTH-01: {}\n",
            "2: is not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use"
                + " \\t(TAB) for indentation); allowed: a YAML document"),
        arguments(
            "a colon in a value without quotes",
            "timeZone: UTC\nfailLevel: high: low\n",
            "2: is not YAML: mapping values are not allowed here; allowed: a YAML document"),
        arguments(
            "a YAML bomb",
            "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\n",
            "2: YAML aliases (*name) are refused; allowed: the value written out"),
        arguments(
            "a merge key",
            "a: &a {b: c}\ncontrols:\n  <<: *a\n",
            "3: YAML aliases (*name) are refused; allowed: the value written out"),
        arguments(
            "a tag that names a class",
            "failLevel: !!java.net.URL [http://example.com]\n",
            "1: YAML tags (tag:yaml.org,2002:java.net.URL) are refused; allowed: plain values"),
        arguments(
            "a second document",
            "failLevel: high\n---\nfailLevel: low\n",
            "2: a second YAML document begins; allowed: one document"),
        arguments(
            "endless nesting",
            "a: " + "[".repeat(100_000),
            "1: is nested too deep; allowed: 20 levels"),
        arguments(
            "endless values",
            "a:\n" + "- 1\n".repeat(400_000),
            "399997: holds too many values; allowed: 400000"),
        arguments(
            "an endless line",
            "timeZone: UTC\n#" + "x".repeat(300_000) + "\n",
            "2: the line has 300001 characters; allowed: 262144"),
        arguments(
            "a control character",
            "timeZone: UTC\nfailLevel: hi\u0007gh\n",
            "2: holds the character U+0007; allowed: printable text"));
  }

  private static Stream<Arguments> about() {
    return Stream.of(
        arguments(
            "a kind of engagement that does not exist",
            "engagement:\n  type: inside\n",
            "2: 'type' is 'inside'; allowed: internal, external, self"),
        arguments(
            "a period that ends before it begins",
            "engagement:\n  period: {from: 2026-10-01, to: 2026-09-30}\n",
            "2: a period from 2026-10-01 goes to 2026-09-30; allowed: that day or later"),
        arguments(
            "an exclusion without a reason",
            "engagement:\n  exclusions:\n    - what: Exchange on premises\n",
            "3: an entry of 'exclusions' has no 'reason'; it is obligatory"),
        arguments(
            "a response without a decision",
            "responses:\n  - {control: SMTPAUTH-01, action: Switch it off}\n",
            "2: an entry of 'responses' has no 'decision'; it is obligatory"),
        arguments(
            "a status that does not exist",
            "responses:\n  - {control: SMTPAUTH-01, decision: accept, status: done}\n",
            "2: 'status' is 'done'; allowed: open, in_progress, closed"),
        arguments(
            "a retention without an end",
            "privacy: {retentionDays: forever}\n",
            "1: 'retentionDays' is 'forever'; allowed: a whole number from 0 to 36500"),
        arguments(
            "a bundled policy that does not exist",
            "failLevel: high\nextends: defualt\n",
            "2: 'extends: defualt' cannot be followed: files are extended from files only (did you"
                + " mean 'default'?); allowed: a policy file, or one of default, cis-m365, scuba,"
                + " microsoft-strict"),
        arguments(
            "two policies to extend",
            "extends: [default, scuba]\n",
            "1: 'extends' is a list; allowed: a text"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void a_mistake_gets_one_sentence_with_its_place(String name, String yaml, String sentence) {
    assertThatThrownBy(() -> PolicyLoader.parse("p.yaml", yaml, Controls.ALL))
        .as(name)
        .isInstanceOf(PolicyException.class)
        .hasMessage("p.yaml:" + sentence);
  }
}
