package io.tradelane.mappings.syntax.edifact.grammar;

import org.jspecify.annotations.Nullable;

/**
 * A data element or composite of a segment that only a partner has.
 *
 * @param id of the directory, unless {@code type} is given: then an element of the partner's own
 * @param type as the syntax calls it: an, a or n; ID, AN, N0, R, DT or TM
 */
public record NewPart(String id, @Nullable String name, @Nullable String type, int min, int max, boolean mandatory, int repeat) {}
