package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.edifact.grammar.Course;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import org.jspecify.annotations.Nullable;

/** Follows a message through its grammar and says what does not fit; a segment without a place changes nothing. */
final class StructureCheck {

    private final Course course;
    private final Findings findings;

    StructureCheck(MessageGrammar grammar, Findings findings) {
        this.course = new Course(grammar);
        this.findings = findings;
    }

    MessageGrammar grammar() {
        return course.grammar();
    }

    boolean knows(Segment segment) {
        return course.knows(segment.tag());
    }

    void restart() {
        course.restart();
    }

    /** @return the segment's place, {@code null} when it has none */
    @Nullable Node place(Segment segment) {
        Course.Verdict verdict = course.advance(segment.tag());
        return verdict == Course.Verdict.FITS ? course.current() : misplaced(segment, verdict);
    }

    private @Nullable Node misplaced(Segment segment, Course.Verdict verdict) {
        String allowed = String.valueOf(course.allowed());
        switch (verdict) {
            case LEAVES_OUT -> {
                for (Node node : course.skipped()) {
                    findings.add(EdifactError.SEGMENT_MISSING, segment.position(), null, SegmentTag.name(node.tag));
                }
            }
            case SEGMENT_TOO_OFTEN -> findings.add(EdifactError.SEGMENT_REPEATED_TOO_OFTEN, segment.position(), null, allowed);
            case GROUP_TOO_OFTEN -> findings.add(EdifactError.GROUP_REPEATED_TOO_OFTEN, segment.position(), null, allowed);
            case OUT_OF_ORDER -> {
                findings.add(EdifactError.SEGMENT_OUT_OF_ORDER, segment.position(), null, course.expected());
                return null;
            }
            default -> {
                unknown(segment);
                return null;
            }
        }
        return course.current();
    }

    private void unknown(Segment segment) {
        if (!SegmentTag.isValid(segment.tag())) {
            findings.add(EdifactError.TAG_INVALID, segment.position(), segment.raw(0), null);
        } else {
            findings.add(EdifactError.SEGMENT_UNKNOWN, segment.position(), null, course.expected());
        }
    }

    /** @param end the segment that ends the message */
    void end(Segment end) {
        for (Node node : course.missingAtEnd()) {
            findings.add(EdifactError.SEGMENT_MISSING, end.position(), null, SegmentTag.name(node.tag));
        }
    }
}
