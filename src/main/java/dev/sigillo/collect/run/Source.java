package dev.sigillo.collect.run;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Origin;
import java.util.Set;

/** One way to read one dataset. */
public interface Source {

  /** The service, as the manifest names it, such as {@code Exchange Online admin REST}. */
  String service();

  /** The call, as sent: method and path, or cmdlet and parameters; never a token. */
  String request();

  /**
   * Whether Microsoft documents it for third parties: only those are used with {@code
   * --supported-only}.
   */
  boolean documented();

  /** Datasets that it rests on: they are read before, and it is given no others. */
  default Set<Dataset> needs() {
    return Set.of();
  }

  /** Where its rows come from, in a run of that origin. */
  default Origin origin(Origin ofRun) {
    return ofRun;
  }

  /**
   * Reads the dataset into the spool, going on where an interrupted run stopped.
   *
   * @param answers where rows go, with the cursor of the interrupted run
   * @param earlier what it needs of the others
   * @param steps told how far it is
   * @throws ServiceException when the service refuses the dataset as a whole
   * @throws InterruptedException when the run is being stopped; the spool keeps what it has
   */
  Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException;

  /** How far the reading of a dataset is. */
  interface Steps {

    /**
     * One more step.
     *
     * @param done rows read, or mailboxes asked
     * @param total how many there are; 0 when not known
     */
    void at(long done, long total);
  }
}
