package dev.sigillo.simulator.tenant;

/** The mailboxes of a tenant, by their place; each is made anew when somebody asks. */
interface Directory {
  /** How many there are. */
  long size();

  /**
   * The mailbox at a place.
   *
   * @param ordinal from 0, below {@link #size}
   */
  Account get(long ordinal);

  /**
   * The place of a mailbox.
   *
   * @param identity object id, Exchange GUID, address, user principal name or alias
   * @return -1 when there is none
   */
  long find(String identity);
}
