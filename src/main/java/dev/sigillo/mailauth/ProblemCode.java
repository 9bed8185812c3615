package dev.sigillo.mailauth;

/** What can be wrong with, or remarkable in, a published record; one enum for each kind of it. */
public interface ProblemCode {
  /** The constant's name, stable. */
  String name();
}
