package dev.sigillo.mailauth.spf;

/**
 * A term in somebody's record.
 *
 * @param domain whose record it stands in
 * @param position offset into that record, from 0; -1 for the record as a whole
 * @param term as published, cut after 100 characters; empty for the record as a whole
 */
public record Place(String domain, int position, String term) {

  static Place of(String domain) {
    return new Place(domain, -1, "");
  }
}
