package dev.sigillo.collect.imports;

/**
 * How to import.
 *
 * @param toolVersion version of Sigillo, for the manifest
 * @param ruleTexts whether names of inbox rules are kept; they reveal private life
 */
public record ImportOptions(String toolVersion, boolean ruleTexts) {}
