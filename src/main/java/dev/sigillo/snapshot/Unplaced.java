package dev.sigillo.snapshot;

/**
 * Keys of rows that could not be given to one mailbox. Such rows are kept apart: they stand in the
 * dataset's file and belong to nobody.
 */
public final class Unplaced {
  private static final char UNMATCHED = '?';
  private static final char AMBIGUOUS = '~';

  private Unplaced() {}

  /** Key of a row whose owner is not in the list of mailboxes. */
  public static String unmatched(String owner) {
    return UNMATCHED + owner;
  }

  /** Key of a row whose owner's name is borne by several mailboxes. */
  public static String ambiguous(String owner) {
    return AMBIGUOUS + owner;
  }

  static boolean is(String key) {
    return key.charAt(0) == UNMATCHED || key.charAt(0) == AMBIGUOUS;
  }

  static boolean isAmbiguous(String key) {
    return key.charAt(0) == AMBIGUOUS;
  }
}
