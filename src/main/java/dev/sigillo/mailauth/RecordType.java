package dev.sigillo.mailauth;

/** The types of DNS records that the analyses ask for. */
public enum RecordType {
  A,
  AAAA,
  CNAME,
  MX,
  NS,
  SOA,
  PTR,
  TXT,
  DS,
  DNSKEY,
  TLSA
}
