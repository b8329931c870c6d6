package io.tradelane.mappings.syntax;

/** How much a {@link Finding} weighs: a message with an {@code ERROR} is not processed. */
public enum Severity {
    ERROR,
    WARNING
}
