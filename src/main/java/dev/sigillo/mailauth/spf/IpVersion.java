package dev.sigillo.mailauth.spf;

/** The two kinds of address; SPF never lets one match the other (RFC 7208 section 5). */
public enum IpVersion {
  IP4(32),
  IP6(128);

  private final int bits;

  IpVersion(int bits) {
    this.bits = bits;
  }

  /** Length of an address, and so of the longest prefix. */
  public int bits() {
    return bits;
  }
}
