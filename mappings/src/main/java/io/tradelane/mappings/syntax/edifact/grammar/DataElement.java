package io.tradelane.mappings.syntax.edifact.grammar;

import org.jspecify.annotations.Nullable;

/**
 * A simple data element of a directory (EDED).
 *
 * @param id four digits
 * @param min shortest value, in characters
 * @param max longest value; of a number, the minus sign and the decimal mark are not counted
 * @param codes its code list (UNCL), absent when it is not coded
 */
public record DataElement(String id, String name, boolean numeric, int min, int max, @Nullable CodeList codes) {}
