package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Question;

/**
 * A question that DNS did not answer, so that something about the policy is unknown.
 *
 * @param question the question
 * @param failure why
 * @param detail what is known of it; may be empty
 * @param place the term that needs the answer first
 */
public record Unanswered(Question question, Failure failure, String detail, Place place) {}
