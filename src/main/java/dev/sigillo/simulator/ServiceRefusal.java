package dev.sigillo.simulator;

/** A service's refusal of one request, as it words it itself. */
public final class ServiceRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  /**
   * A refusal.
   *
   * @param status of HTTP
   * @param code Graph's error code, or the full name of Exchange's exception
   * @param message as the service writes it
   */
  public ServiceRefusal(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** Exchange knows no such object. */
  public static ServiceRefusal noSuchObject(String identity) {
    return new ServiceRefusal(
        404,
        "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
        "The operation couldn't be performed because object '"
            + identity
            + "' couldn't be found on 'YT3PR01A12DC010.CANPR01A012.PROD.OUTLOOK.COM'.");
  }

  /** Exchange knows no such cmdlet. */
  public static ServiceRefusal noSuchCmdlet(String cmdlet) {
    return new ServiceRefusal(
        400,
        "System.Management.Automation.CommandNotFoundException",
        "The term '" + cmdlet + "' is not recognized as the name of a cmdlet.");
  }

  /** The cmdlet has no such parameter. */
  public static ServiceRefusal noSuchParameter(String parameter) {
    return new ServiceRefusal(
        400,
        "System.Management.Automation.ParameterBindingException",
        "A parameter cannot be found that matches parameter name '" + parameter + "'.");
  }

  /** The cmdlet needs a parameter that was not given. */
  public static ServiceRefusal missingParameter(String parameter) {
    return new ServiceRefusal(
        400,
        "System.Management.Automation.ParameterBindingException",
        "Cannot process command because of one or more missing mandatory parameters: "
            + parameter
            + ".");
  }

  /** Graph knows no such object. */
  public static ServiceRefusal noSuchResource(String id) {
    return new ServiceRefusal(
        404,
        "Request_ResourceNotFound",
        "Resource '"
            + id
            + "' does not exist or one of its queried reference-property objects are not present.");
  }

  /** Graph cannot reach the mailbox: inactive, deleted, or on premises. */
  public static ServiceRefusal noCloudMailbox() {
    return new ServiceRefusal(
        404,
        "MailboxNotEnabledForRESTAPI",
        "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Graph's error code, or the full name of Exchange's exception. */
  public String code() {
    return code;
  }

  /** What the service says. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
