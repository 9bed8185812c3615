package dev.sigillo.collect.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.kiota.RequestInformation;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** A dataset that is one object. */
final class SingleObject extends GraphSource {
  private final Family family;
  private final Supplier<RequestInformation> question;

  SingleObject(
      GraphClient graph, Family family, Instant now, Supplier<RequestInformation> question) {
    super(graph, now, List.of(to -> question.get()));
    this.family = family;
    this.question = question;
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException {
    Trail trail = new Trail();
    ObjectNode object = graph().ask(family, question, Page::object, trail);
    answers.row(object);
    steps.at(1, 1);
    return Ending.complete(trail.requestIds(), trail.date());
  }
}
