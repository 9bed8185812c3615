package dev.sigillo.collect.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.kiota.RequestInformation;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry.LogWindow;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that Graph lists page by page, in one list or in several one after the other. After
 * each page the place is written down; where the service no longer takes its own link, the dataset
 * is listed anew.
 */
final class Listing extends GraphSource {
  private static final int ANEW = 3;
  private static final int EMPTY_PAGES = 1_000;

  private final Family family;
  private final List<Part> parts;
  private final Function<Instant, @Nullable LogWindow> window;
  private Consumer<ObjectNode> each = row -> {};

  /**
   * One list.
   *
   * @param question for a list that ends at that time, where it is a log
   * @param owner lists the thing that the list belongs to, which the tenant may not have; null
   *     where it has
   */
  record Part(
      Function<Instant, RequestInformation> question,
      @Nullable Supplier<RequestInformation> owner) {
    static Part of(Supplier<RequestInformation> question) {
      return log(to -> question.get());
    }

    static Part log(Function<Instant, RequestInformation> question) {
      return new Part(question, null);
    }
  }

  /**
   * Where a reading is.
   *
   * @param part from 0
   * @param to end of the log that was asked for
   * @param link to the next page; empty at the beginning of a part
   */
  private record Place(int part, Instant to, String link) {
    static Place of(String cursor) {
      String[] words = cursor.split(" ", 3);
      return new Place(Integer.parseInt(words[0]), Instant.parse(words[1]), words[2]);
    }

    String cursor() {
      return part + " " + to + " " + link;
    }
  }

  Listing(GraphClient graph, Family family, Instant to, List<Part> parts) {
    this(graph, family, to, parts, end -> null);
  }

  /**
   * A list.
   *
   * @param to now
   * @param window for logs: what of them is served, by the end that was asked for
   */
  Listing(
      GraphClient graph,
      Family family,
      Instant to,
      List<Part> parts,
      Function<Instant, @Nullable LogWindow> window) {
    super(graph, to, parts.stream().map(Part::question).toList());
    this.family = family;
    this.parts = List.copyOf(parts);
    this.window = window;
  }

  /** The same, where something is done to each row before it is kept. */
  Listing each(Consumer<ObjectNode> row) {
    each = row;
    return this;
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException {
    Trail trail = new Trail();
    for (int times = 1; ; times++) {
      String cursor = answers.cursor();
      Place place = cursor == null ? new Place(0, now(), "") : Place.of(cursor);
      try {
        read(place, answers, steps, trail);
        Ending ending = Ending.complete(trail.requestIds(), trail.date());
        LogWindow served = window.apply(place.to());
        return served == null ? ending : ending.with(served);
      } catch (ServiceException e) {
        if (e.kind() != Kind.CURSOR_EXPIRED || times == ANEW) {
          throw e;
        }
        answers.restart();
      }
    }
  }

  private void read(Place from, Answers answers, Steps steps, Trail trail)
      throws InterruptedException {
    Set<String> followed = new HashSet<>();
    int emptyPages = 0;
    Place place = from;
    while (place.part() < parts.size()) {
      Page page = page(place, trail);
      page.rows().forEach(each.andThen(row -> add(answers, row)));
      emptyPages = page.rows().isEmpty() ? emptyPages + 1 : 0;
      if (page.next() == null) {
        place = new Place(place.part() + 1, place.to(), "");
        followed.clear();
      } else {
        if (!followed.add(page.next()) || emptyPages == EMPTY_PAGES) {
          throw new ServiceException(
              Kind.BAD_REQUEST, "the links from page to page lead in a circle");
        }
        place = new Place(place.part(), place.to(), page.next());
      }
      answers.checkpoint(place.cursor());
      steps.at(answers.rows(), 0);
    }
  }

  private Page page(Place place, Trail trail) throws InterruptedException {
    Part part = parts.get(place.part());
    Supplier<RequestInformation> question =
        place.link().isEmpty()
            ? () -> part.question().apply(place.to())
            : graph().link(place.link());
    try {
      return graph().ask(family, question, Page::list, trail);
    } catch (ServiceException e) {
      if (e.kind() == Kind.NOT_FOUND && missing(part.owner(), trail)) {
        return new Page(List.of(), null);
      }
      throw e;
    }
  }

  /** Whether the tenant has no such thing: a 404 alone does not prove it. */
  private boolean missing(@Nullable Supplier<RequestInformation> owner, Trail trail)
      throws InterruptedException {
    return owner != null && graph().ask(family, owner, Page::list, trail).rows().isEmpty();
  }

  private static void add(Answers answers, ObjectNode row) {
    if (answers.dataset().keyed() == Dataset.Keyed.NO) {
      answers.row(row);
      return;
    }
    String id = row.path("id").asText("");
    if (id.isEmpty()) {
      throw new ServiceException(Kind.BROKEN, "a row has no id");
    }
    answers.row(id, row);
  }
}
