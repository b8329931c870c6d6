package io.tradelane.trading.admission;

import java.util.List;

/** How a step of an admission ended. */
public sealed interface AdmissionOutcome {

    record Done() implements AdmissionOutcome {}

    /** @param code a key of {@link ApplicationCheck}, or {@code known}, {@code required}, {@code document}, {@code type}, {@code size}, {@code too-many}, {@code same} */
    record Wrong(String field, String code) {}

    record Invalid(List<Wrong> wrong) implements AdmissionOutcome {

        static Invalid of(String field, String code) {
            return new Invalid(List.of(new Wrong(field, code)));
        }
    }

    /** Whoever took up the review does not admit. */
    record SeparationOfDuties() implements AdmissionOutcome {}

    record IllegalTransition(AdmissionState state) implements AdmissionOutcome {}

    record NotFound() implements AdmissionOutcome {}
}
