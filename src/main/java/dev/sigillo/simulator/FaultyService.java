package dev.sigillo.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;

/** Answers requests, counts them, and lets some meet a fault. */
final class FaultyService {
  private static final String HTML =
      "<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>";

  private final Faults faults;
  private final Journal journal;

  FaultyService(Faults faults, Journal journal) {
    this.faults = faults;
    this.journal = journal;
  }

  Answer answer(String where, Call call, Service honest) {
    return answer(where, call, (c, fault) -> honest.answer(c));
  }

  /** Answers honestly, knowing the fault if it concerns what is in the answer. */
  Answer answer(String where, Call call, BiFunction<Call, Optional<Fault>, Answer> honest) {
    journal.url(call.query());
    Optional<Fault> fault =
        faults.meeting(where, () -> call.path() + call.query() + Arrays.hashCode(call.body()));
    Answer answer =
        fault.isPresent() && meetsWhole(fault.get())
            ? faulty(fault.get(), where, call, honest)
            : honest.apply(call, fault);
    journal.count(where, answer.status());
    return answer;
  }

  private static boolean meetsWhole(Fault fault) {
    return switch (fault.kind()) {
      case PAGE_EXPIRED, DUPLICATE_ROWS, SHUFFLED_ROWS, EMPTY, TRUNCATED_ROWS -> false;
      default -> true;
    };
  }

  private static Answer faulty(
      Fault fault, String where, Call call, BiFunction<Call, Optional<Fault>, Answer> honest) {
    return switch (fault.kind()) {
      case UNAUTHORIZED, TOKEN_EXPIRED ->
          where.startsWith("graph:")
              ? GraphErrors.error(
                  call,
                  401,
                  "InvalidAuthenticationToken",
                  "Lifetime validation failed, the token is expired.")
              : ExchangeErrors.unauthorized();
      case FORBIDDEN ->
          GraphErrors.error(
              call,
              403,
              "Authorization_RequestDenied",
              "Insufficient privileges to complete the operation.");
      case FORBIDDEN_NUL -> ExchangeErrors.forbidden();
      case NOT_FOUND -> GraphErrors.error(call, 404, "ResourceNotFound", "Resource not found.");
      case THROTTLED -> {
        int seconds = fault.seconds() == 0 ? 1 : fault.seconds();
        yield GraphErrors.throttled(call).with("Retry-After", String.valueOf(seconds));
      }
      case THROTTLED_SILENTLY -> GraphErrors.throttled(call);
      case INTERNAL_ERROR ->
          GraphErrors.error(
              call, 500, "InternalServerError", "An unexpected error occurred. Please try again.");
      case BAD_GATEWAY -> Answer.text(502, "text/html", HTML);
      case UNAVAILABLE -> {
        Answer busy =
            GraphErrors.error(
                call, 503, "ServiceUnavailable", "Service is temporarily unavailable.");
        yield fault.seconds() == 0
            ? busy
            : busy.with("Retry-After", String.valueOf(fault.seconds()));
      }
      case GATEWAY_TIMEOUT ->
          GraphErrors.error(call, 504, "UnknownError", "The gateway timed out.");
      case RESET -> Answer.json(200, new byte[0]).delivered(Answer.Delivery.RESET, Duration.ZERO);
      case STALL -> {
        Duration stall = Duration.ofSeconds(fault.seconds() == 0 ? 600 : fault.seconds());
        yield honest.apply(call, Optional.empty()).delivered(Answer.Delivery.STALL, stall);
      }
      case CUT_SHORT ->
          honest.apply(call, Optional.empty()).delivered(Answer.Delivery.CUT_SHORT, Duration.ZERO);
      case TRUNCATED_JSON -> {
        Answer whole = honest.apply(call, Optional.empty());
        byte[] half = Arrays.copyOf(whole.body(), whole.body().length / 2);
        yield Answer.of(whole.status(), whole.contentType(), half);
      }
      case WRONG_CONTENT_TYPE ->
          Answer.of(
              200,
              "text/html; charset=utf-8",
              "<!DOCTYPE html><html><body>Sign in to the network</body></html>"
                  .getBytes(StandardCharsets.UTF_8));
      default -> throw new IllegalStateException(fault.kind() + " is no fault of a web service");
    };
  }
}
