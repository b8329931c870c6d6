package io.tradelane.mappings.syntax.x12;

import io.tradelane.mappings.syntax.X12Error;
import io.tradelane.mappings.syntax.edifact.Findings;
import io.tradelane.mappings.syntax.edifact.Segment;
import io.tradelane.mappings.syntax.edifact.grammar.Course;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import io.tradelane.mappings.syntax.x12.grammar.X12Directory;
import org.jspecify.annotations.Nullable;

/** Follows a set through its grammar and says what does not fit; a segment without a place changes nothing. */
final class StructureCheck {

    private final Course course;
    private final X12Directory directory;
    private final Findings findings;

    StructureCheck(MessageGrammar grammar, X12Directory directory, Findings findings) {
        this.course = new Course(grammar);
        this.directory = directory;
        this.findings = findings;
    }

    MessageGrammar grammar() {
        return course.grammar();
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
                    findings.add(X12Error.SEGMENT_MISSING, segment.position(), null, SegmentTag.name(node.tag));
                }
            }
            case SEGMENT_TOO_OFTEN -> findings.add(X12Error.SEGMENT_REPEATED_TOO_OFTEN, segment.position(), null, allowed);
            case GROUP_TOO_OFTEN -> findings.add(X12Error.LOOP_REPEATED_TOO_OFTEN, segment.position(), null, allowed);
            case OUT_OF_ORDER -> {
                findings.add(X12Error.SEGMENT_OUT_OF_ORDER, segment.position(), null, course.expected());
                return null;
            }
            default -> {
                X12Error error = directory.rules(segment.tag()) == null ? X12Error.TAG_INVALID : X12Error.SEGMENT_NOT_IN_SET;
                findings.add(error, segment.position(), segment.raw(0), course.expected());
                return null;
            }
        }
        return course.current();
    }

    /** @param end the segment that ends the set */
    void end(Segment end) {
        for (Node node : course.missingAtEnd()) {
            findings.add(X12Error.SEGMENT_MISSING, end.position(), null, SegmentTag.name(node.tag));
        }
    }
}
