package io.tradelane.mappings.syntax.x12;

import io.tradelane.mappings.syntax.X12Error;
import io.tradelane.mappings.syntax.edifact.Counts;
import io.tradelane.mappings.syntax.edifact.Findings;
import io.tradelane.mappings.syntax.edifact.Segment;

/** GE and IEA: how many were inside, and the control number of the header, which is a number. */
record Trailer(Segment segment, Findings findings) {

    void compare(X12Error countError, int count, X12Error referenceError, String reference) {
        String stated = EnvelopeText.text(segment, 1);
        if (!stated.isEmpty() && !Counts.equal(stated, count)) {
            findings.add(countError, segment.position(1, 0), stated, String.valueOf(count));
        }
        String number = EnvelopeText.text(segment, 2);
        if (!number.equals(reference) && !number(number).equals(number(reference))) {
            findings.add(referenceError, segment.position(2, 0), number, reference);
        }
    }

    private static String number(String text) {
        return text.replaceFirst("^0+(?=\\d)", "");
    }
}
