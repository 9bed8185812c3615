package dev.sigillo.report;

import java.util.List;

/** Names that try to be more than names. */
final class HostileNames {
  static final List<String> ALL =
      List.of(
          "plain@contoso.com",
          "",
          "'; Remove-Mailbox -Identity * #",
          "\u2019; Remove-Mailbox \u2018",
          "\u201A\u201B\u2018\u2019''",
          "\u201C; Remove-Mailbox \u201D \u201E\"",
          "'",
          "'''",
          "=cmd|' /C calc'!A0",
          "  =1+1",
          "\"=1+1",
          "\t=1+1",
          "\r=1+1",
          "+39 02 1234",
          "-1",
          "@SUM(A1)",
          "a;=1+1,=2",
          "<b>bold</b>",
          "abc\u202Efdp.exe\u202C\u2066x\u2069\u200F",
          "ze\u200Bro\u200Dwi\u2060dth\u00AD",
          "no\u2011break and no\u00A0break",
          "first\r\nRemove-Mailbox -Identity *\nlast",
          "line\u2028separator\u2029and\u0085next",
          "#> Remove-Mailbox <#",
          "#Requires -Modules Evil",
          "SIG # Begin signature block",
          "$(Remove-Mailbox) ${env:PATH} $x `n `\" `' ``",
          "\n'@\nRemove-Mailbox\n@'\n",
          "}; Remove-Mailbox; if ($true) {",
          "{subject} {key} {observed} {expected} {0}",
          "half \uD83D and \uDE00 alone",
          "whole \uD83D\uDE00 tag \uDB40\uDC41",
          "nul \u0000 bell \u0007 esc \u001B[31m bom \uFEFF",
          "x".repeat(2_500) + "'" + "y".repeat(2_499));

  private HostileNames() {}
}
