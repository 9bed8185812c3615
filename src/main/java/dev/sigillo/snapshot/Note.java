package dev.sigillo.snapshot;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Sigillo itself, not the service, has to say of a dataset or a mailbox that did not answer in
 * full. It is written as {@code sigillo:file-missing|Get-Mailbox}: a code and its values, which a
 * report puts into the words of its language. Everything else in a reason is the service's own.
 */
public enum Note {
  /** The source never holds it. Value: what wrote the source. */
  NOT_IN_SOURCE,
  /** The source holds a part only, in a shape of its own. Value: what wrote the source. */
  PARTLY_IN_SOURCE,
  /** The source holds whether users may ask for consent, and not who decides. */
  REVIEWERS_NOT_IN_SOURCE,
  /** The source was not made for the product. Value: what wrote it. */
  PRODUCT_NOT_RUN,
  /** A command failed while the source was made. Values: command, what wrote the source. */
  COMMAND_FAILED,
  /** The source does not say that a command succeeded. Value: the command. */
  SUCCESS_NOT_STATED,
  /** Connectors in test mode or used by mail flow rules are left out. Value: who left them out. */
  CONNECTORS_LEFT_OUT,
  /** Applications are listed only with permissions called risky. Value: who calls them so. */
  RISKY_APPLICATIONS_ONLY,
  /** As many rows as a command returns unless asked for all. Values: rows, command, option. */
  STOPS_AT,
  /** Logs of what people did are not imported. */
  LOGS_NOT_IMPORTED,
  /** The export holds no file of this command. Value: the command. */
  FILE_MISSING,
  /** The file is empty, which an answer without rows is not. */
  FILE_EMPTY,
  /** The file ends with a link to more rows. */
  MORE_ROWS_LINKED,
  /**
   * Rows whose owners are not in the list of mailboxes, or are several. Values: how many owners.
   */
  ROWS_UNPLACED,
  /** A mailbox has several rows where there can be one. */
  SEVERAL_ROWS,
  /** Rows name a mailbox by a name that several bear. */
  SHARED_NAME,
  /** Rows that name no mailbox of the list may be this mailbox's own. */
  OWNERLESS_ROWS,
  /** No row, where a tenant always has one. */
  NO_ROWS,
  /** Fewer were read than there are. Values: read, all. */
  FEWER_READ,
  /** Another dataset knows more mailboxes than the list. Values: dataset, how many more. */
  KNOWN_ELSEWHERE,
  /** No command of Exchange or Graph answers it. Value: what does. */
  NOT_A_COMMAND,
  /** Nothing but DNS was asked. */
  ONLY_DNS_ASKED,
  /** Nothing but what somebody gave of an incident was read. */
  ONLY_INCIDENT_READ,
  /** Files were given that could not be read, or not to the end. Value: how many. */
  FILES_UNREAD,
  /** A trace that is exactly a full page, or names a next one: the rest may be missing. */
  MAYBE_FIRST_PAGE,
  /** Another dataset has to be whole first. Value: which. */
  NEEDS,
  /** Applications hold permissions that the resource does not name. Value: how many. */
  PERMISSIONS_UNNAMED,
  /** Entra ID has no account of the mailbox, by which alone Graph knows mailboxes. */
  NO_ACCOUNT,
  /** Graph knows no group, or several, of that address. Value: the address. */
  NOT_IN_DIRECTORY,
  /** Logs of what people did were not asked for. */
  LOGS_NOT_ASKED,
  /** It was removed from the snapshot. Value: when. */
  PURGED,
  /** An option left it out. Value: the option. */
  LEFT_OUT,
  /** Not every mailbox was asked. Values: beside those that call for it, in all, of how many. */
  SOME_MAILBOXES,
  /**
   * The same, and some that call for it may not have been found. Fourth value: for want of what.
   */
  SOME_MAILBOXES_BLINDLY,
  /** Only a source that Microsoft does not document for others has it. */
  NOT_DOCUMENTED,
  /** A trace of failed messages alone tells no share and no volume. */
  ONLY_FAILURES,
  /** There are more than are counted. */
  TOO_MANY,
  /** DNS answered no question at all. */
  DNS_SILENT,
  /** DNS servers stopped answering, and were asked no more. Value: which. */
  DNS_STOPPED,
  /** Answers of other kinds, too many to list. */
  OTHER_ANSWERS,
  /** The answer told of another mailbox than the one that was asked about. */
  OF_ANOTHER_MAILBOX,
  /** What a service said may name somebody, and was left out with the names. */
  WORDS_LEFT_OUT;

  private static final String PREFIX = "sigillo:";

  /** Whether a reason is a note, and not what a service said. */
  public static boolean isOne(String reason) {
    return reason.startsWith(PREFIX);
  }

  /** The note with its values. */
  public String of(Object... values) {
    String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Stream.concat(Stream.of(PREFIX + code), Arrays.stream(values).map(String::valueOf))
        .collect(Collectors.joining("|"));
  }
}
