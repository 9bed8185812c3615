package dev.sigillo.incident.dossier;

/**
 * How many recipients were refused.
 *
 * @param name what is counted: a domain, a list, a reason's id, a sender
 * @param failed recipients that were not reached
 * @param blocked of them, refused for the address that sent
 */
public record Counted(String name, long failed, long blocked) {}
