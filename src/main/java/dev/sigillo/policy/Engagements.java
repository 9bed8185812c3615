package dev.sigillo.policy;

import java.util.List;

/** Reads what the report says of the audit itself. */
final class Engagements {
  private Engagements() {}

  static Engagement engagement(YamlValue value) {
    value.keys(Keys.ENGAGEMENT);
    return new Engagement(
        value.optional("id", YamlValue::text),
        value.optional("type", v -> v.oneOf(Engagement.Type.class)),
        value.optional("organisation", YamlValue::text),
        value.optional("tenantId", YamlValue::text),
        value.optional("period", Engagements::period),
        value.optional("issued", YamlValue::date),
        value.optional("version", YamlValue::text),
        value.optional("status", v -> v.oneOf(Engagement.DocumentStatus.class)),
        value.list("objectives", YamlValue::text),
        value.list("exclusions", Engagements::exclusion),
        value.optional("auditor", Engagements::auditor),
        value.optional("preparedFor", YamlValue::text),
        value.optional("classification", YamlValue::text),
        distribution(value),
        value.optional("conclusion", YamlValue::text),
        value.list("approvals", Engagements::approval));
  }

  /** One name or a list of names. */
  private static List<String> distribution(YamlValue engagement) {
    YamlValue value = engagement.get("distribution");
    if (value == null || value.isList()) {
      return engagement.list("distribution", YamlValue::text);
    }
    return List.of(value.text());
  }

  private static Engagement.Period period(YamlValue value) {
    value.keys(Keys.PERIOD);
    Engagement.Period period =
        new Engagement.Period(
            value.required("from", YamlValue::date), value.required("to", YamlValue::date));
    if (period.to().isBefore(period.from())) {
      throw value
          .place()
          .error(
              "a period from %s goes to %s; allowed: that day or later",
              period.from(), period.to());
    }
    return period;
  }

  private static Engagement.Exclusion exclusion(YamlValue value) {
    value.keys(Keys.EXCLUSION);
    return new Engagement.Exclusion(
        value.required("what", YamlValue::text), value.required("reason", YamlValue::text));
  }

  private static Engagement.Auditor auditor(YamlValue value) {
    value.keys(Keys.AUDITOR);
    return new Engagement.Auditor(
        value.optional("name", YamlValue::text),
        value.optional("organisation", YamlValue::text),
        value.optional("independence", YamlValue::text));
  }

  private static Engagement.Approval approval(YamlValue value) {
    value.keys(Keys.APPROVAL);
    return new Engagement.Approval(
        value.required("name", YamlValue::text),
        value.optional("role", YamlValue::text),
        value.optional("date", YamlValue::date));
  }

  static Privacy privacy(YamlValue value) {
    value.keys(Keys.PRIVACY);
    return new Privacy(
        value.optional("basis", YamlValue::text),
        value.optional("reference", YamlValue::text),
        value.optional("validUntil", YamlValue::date),
        value.optional("retentionDays", v -> v.integer(0, 36_500)));
  }
}
