package dev.sigillo.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads PowerShell as its tokenizer does, as far as it matters who is inside a string, a comment or
 * a bracket: single and double quotes with all their typographic forms, here-strings, escapes,
 * subexpressions in strings, line and block comments.
 */
final class PowerShellTokens {
  private static final String SINGLE = "'\u2018\u2019\u201A\u201B";
  private static final String DOUBLE = "\"\u201C\u201D\u201E";

  enum Kind {
    CODE,
    LITERAL,
    EXPANDABLE,
    COMMENT
  }

  /** A piece of the script; of a literal, its value. */
  record Token(Kind kind, String text) {}

  private final String script;
  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder code = new StringBuilder();
  private int at;

  private PowerShellTokens(String script) {
    this.script = script;
  }

  static List<Token> of(String script) {
    PowerShellTokens reader = new PowerShellTokens(script);
    reader.code('\0');
    reader.endCode();
    return reader.tokens;
  }

  /** The script with every literal as {@code ''} and every comment as {@code #}. */
  static String skeleton(String script) {
    StringBuilder out = new StringBuilder();
    for (Token token : of(script)) {
      out.append(
          switch (token.kind()) {
            case CODE, EXPANDABLE -> token.text();
            case LITERAL -> "''";
            case COMMENT -> "#";
          });
    }
    return out.toString().replaceAll("\\(''(?: \\+ (?:\\[char\\]0x[0-9A-F]{1,4}|''))+\\)", "''");
  }

  private void endCode() {
    if (code.length() > 0) {
      tokens.add(new Token(Kind.CODE, code.toString()));
      code.setLength(0);
    }
  }

  private void add(Kind kind, String text) {
    endCode();
    tokens.add(new Token(kind, text));
  }

  private char peek(int ahead) {
    return at + ahead < script.length() ? script.charAt(at + ahead) : '\0';
  }

  /** Reads code up to the bracket that closes it, or to the end of the script. */
  private void code(char until) {
    Deque<Character> open = new ArrayDeque<>();
    while (at < script.length()) {
      char c = script.charAt(at);
      if (open.isEmpty() && c == until) {
        return;
      }
      if (c == '`') {
        code.append(c).append(peek(1));
        at += 2;
      } else if (c == '@' && isQuote(peek(1)) && lineEnds(at + 2)) {
        hereString();
      } else if (SINGLE.indexOf(c) >= 0) {
        single();
      } else if (DOUBLE.indexOf(c) >= 0) {
        expandable();
      } else if (c == '<' && peek(1) == '#') {
        blockComment();
      } else if (c == '#' && beginsToken()) {
        lineComment();
      } else {
        bracket(c, open);
        code.append(c);
        at++;
      }
    }
    if (until != '\0' || !open.isEmpty()) {
      throw new AssertionError("the script ends inside " + (open.isEmpty() ? "$(" : open));
    }
  }

  private void bracket(char c, Deque<Character> open) {
    switch (c) {
      case '(' -> open.push(')');
      case '{' -> open.push('}');
      case '[' -> open.push(']');
      case ')', '}', ']' -> {
        if (open.isEmpty() || open.pop() != c) {
          throw new AssertionError("unbalanced " + c + " at " + at + ": " + around());
        }
      }
      default -> {}
    }
  }

  private static boolean isQuote(char c) {
    return SINGLE.indexOf(c) >= 0 || DOUBLE.indexOf(c) >= 0;
  }

  private boolean beginsToken() {
    return at == 0 || " \t\r\n;(){}[]|&,=\uFEFF".indexOf(script.charAt(at - 1)) >= 0;
  }

  private boolean lineEnds(int from) {
    int i = from;
    while (i < script.length() && (script.charAt(i) == ' ' || script.charAt(i) == '\t')) {
      i++;
    }
    return i < script.length() && (script.charAt(i) == '\r' || script.charAt(i) == '\n');
  }

  private void single() {
    StringBuilder value = new StringBuilder();
    for (at++; at < script.length(); at++) {
      char c = script.charAt(at);
      if (SINGLE.indexOf(c) >= 0) {
        if (SINGLE.indexOf(peek(1)) < 0 || at + 1 >= script.length()) {
          at++;
          add(Kind.LITERAL, value.toString());
          return;
        }
        at++;
      }
      value.append(c);
    }
    throw new AssertionError("a string in single quotes does not end");
  }

  private void expandable() {
    int from = at++;
    endCode();
    while (at < script.length()) {
      char c = script.charAt(at);
      if (c == '`') {
        at += 2;
      } else if (c == '$' && peek(1) == '(') {
        at += 2;
        code(')');
        at++;
      } else if (DOUBLE.indexOf(c) >= 0) {
        at++;
        if (DOUBLE.indexOf(peek(0)) < 0 || at >= script.length()) {
          add(Kind.EXPANDABLE, script.substring(from, at));
          return;
        }
        at++;
      } else {
        at++;
      }
    }
    throw new AssertionError("a string in double quotes does not end");
  }

  private void hereString() {
    boolean literal = SINGLE.indexOf(peek(1)) >= 0;
    int from = script.indexOf('\n', at) + 1;
    for (int i = from; i < script.length() - 1; i++) {
      boolean quote = (literal ? SINGLE : DOUBLE).indexOf(script.charAt(i)) >= 0;
      if (script.charAt(i - 1) == '\n' && quote && script.charAt(i + 1) == '@') {
        add(literal ? Kind.LITERAL : Kind.EXPANDABLE, script.substring(from, i - 1));
        at = i + 2;
        return;
      }
    }
    throw new AssertionError("a here-string does not end");
  }

  private void blockComment() {
    int end = script.indexOf("#>", at + 2);
    if (end < 0) {
      throw new AssertionError("a block comment does not end");
    }
    add(Kind.COMMENT, script.substring(at, end + 2));
    at = end + 2;
  }

  private void lineComment() {
    int end = at;
    while (end < script.length() && script.charAt(end) != '\r' && script.charAt(end) != '\n') {
      end++;
    }
    add(Kind.COMMENT, script.substring(at, end));
    at = end;
  }

  private String around() {
    return script.substring(Math.max(0, at - 80), Math.min(script.length(), at + 20));
  }
}
