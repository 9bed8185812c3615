package dev.sigillo.mailauth.spf;

/**
 * Something wrong with a policy, or worth knowing, and where it stands.
 *
 * @param code what it is
 * @param domain whose record it stands in, in the form of {@link
 *     dev.sigillo.mailauth.Question#name}
 * @param position offset into the record, from 0; -1 when it concerns the record as a whole
 * @param term the term as published, cut after 100 characters; empty for the record as a whole
 * @param detail what the code leaves open, language-neutral, such as the question that DNS did not
 *     answer, the domain named or a count; may be empty
 */
public record SpfProblem(SpfCode code, String domain, int position, String term, String detail) {

  static SpfProblem ofRecord(SpfCode code, String domain, String detail) {
    return new SpfProblem(code, domain, -1, "", detail);
  }

  static SpfProblem at(SpfCode code, Place place, String detail) {
    return new SpfProblem(code, place.domain(), place.position(), place.term(), detail);
  }

  static SpfProblem of(SyntaxError error, String domain) {
    return new SpfProblem(error.code(), domain, error.position(), error.term(), "");
  }

  /** One English sentence: place, what is wrong, what is allowed. */
  @Override
  public String toString() {
    return domain
        + (position < 0 ? "" : ", position " + (position + 1))
        + (term.isEmpty() ? "" : ", " + term)
        + ": "
        + code.says()
        + (detail.isEmpty() ? "" : " (" + detail + ")");
  }
}
