package io.tradelane.mappings.syntax;

/**
 * The kind of a {@link Finding}; every syntax has an enum of them. The texts stand in a resource bundle next to the
 * enum, under {@code NAME} and {@code NAME.fix}, with the arguments of {@link Finding#message}.
 */
public interface FindingCode {

    /** The constant's name, stable: {@code SEGMENT_MISSING}. */
    String name();

    /** The standard's own code: for EDIFACT data element 0085, "13". The constant's name where the standard has none. */
    default String standardCode() {
        return name();
    }

    /** Unless the reader's options say otherwise. */
    Severity severity();

    /** Base name of the resource bundle: that of the enum, in the plural. */
    default String bundle() {
        return getClass().getName() + "s";
    }
}
