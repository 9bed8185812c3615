package dev.sigillo.snapshot;

/** {@code Get-AuthenticationPolicy}: which basic authentication a policy allows. */
public record AuthenticationPolicy(
    RowRef row, Setting<String> name, Setting<String> identity, Setting<Boolean> allowBasicAuthSmtp)
    implements Fact {}
