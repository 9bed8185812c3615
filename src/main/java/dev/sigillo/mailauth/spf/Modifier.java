package dev.sigillo.mailauth.spf;

/** A setting of the whole record, wherever it stands (RFC 7208 section 6). */
public sealed interface Modifier extends Term {

  /**
   * Where to go on when no mechanism matched (section 6.1).
   *
   * @param position offset into the record's text, from 0
   * @param domain the domain whose policy decides
   */
  record Redirect(int position, MacroString domain) implements Modifier {
    @Override
    public String toString() {
      return "redirect=" + domain;
    }
  }

  /**
   * {@code exp}: where the text for those who are refused stands (section 6.2).
   *
   * @param position offset into the record's text, from 0
   * @param domain name of the TXT record
   */
  record Explanation(int position, MacroString domain) implements Modifier {
    @Override
    public String toString() {
      return "exp=" + domain;
    }
  }

  /**
   * One that RFC 7208 does not know; it changes nothing (section 6).
   *
   * @param position offset into the record's text, from 0
   * @param name lower case
   * @param value what follows the equals sign
   */
  record Unknown(int position, String name, MacroString value) implements Modifier {
    @Override
    public String toString() {
      return name + "=" + value;
    }
  }
}
