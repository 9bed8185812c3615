package dev.sigillo.snapshot;

/** {@code Get-AntiPhishPolicy}. */
public record AntiPhishPolicy(RowRef row, Setting<String> name, Setting<Boolean> honorDmarcPolicy)
    implements Fact, Subject {
  @Override
  public String subjectKey() {
    return row.id();
  }

  @Override
  public String subjectName() {
    return name.orElse(row.id());
  }
}
