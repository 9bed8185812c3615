package dev.sigillo.collect.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A service that knows who is in a group. */
public interface GroupDirectory {

  /**
   * The members of a group, not those of the groups within it.
   *
   * @param group its address, or its object id where the directory goes by that
   * @return rows with {@code PrimarySmtpAddress}, {@code ExternalDirectoryObjectId} and {@code
   *     RecipientType}, as Exchange names them
   * @throws ServiceException of kind NOT_FOUND when the service knows no such group
   */
  List<ObjectNode> members(String group) throws InterruptedException;
}
