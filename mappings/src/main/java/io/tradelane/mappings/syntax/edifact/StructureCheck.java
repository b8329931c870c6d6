package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.edifact.grammar.Course;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import org.jspecify.annotations.Nullable;

/**
 * Follows a message, or a transaction set, through its grammar and says with the codes of its syntax what does not fit; a
 * segment without a place changes nothing.
 */
public final class StructureCheck {

    private final Course course;
    private final Codes codes;
    private final Findings findings;

    /**
     * What a syntax calls what is wrong.
     *
     * @param stray says what a segment is that the message does not have
     */
    public record Codes(
            FindingCode missing, FindingCode segmentTooOften, FindingCode groupTooOften, FindingCode outOfOrder, Stray stray) {}

    /** A segment that no place of the message is for. */
    @FunctionalInterface
    public interface Stray {
        /** @param expected the segments that could have come, separated by commas */
        void tell(Segment segment, String expected, Findings findings);
    }

    public StructureCheck(MessageGrammar grammar, Codes codes, Findings findings) {
        this.course = new Course(grammar);
        this.codes = codes;
        this.findings = findings;
    }

    public MessageGrammar grammar() {
        return course.grammar();
    }

    public boolean knows(Segment segment) {
        return course.knows(segment.tag());
    }

    public void restart() {
        course.restart();
    }

    /** @return the segment's place, {@code null} when it has none */
    public @Nullable Node place(Segment segment) {
        Course.Verdict verdict = course.advance(segment.tag());
        return verdict == Course.Verdict.FITS ? course.current() : misplaced(segment, verdict);
    }

    private @Nullable Node misplaced(Segment segment, Course.Verdict verdict) {
        String allowed = String.valueOf(course.allowed());
        switch (verdict) {
            case LEAVES_OUT -> {
                for (Node node : course.skipped()) {
                    findings.add(codes.missing(), segment.position(), null, SegmentTag.name(node.tag));
                }
            }
            case SEGMENT_TOO_OFTEN -> findings.add(codes.segmentTooOften(), segment.position(), null, allowed);
            case GROUP_TOO_OFTEN -> findings.add(codes.groupTooOften(), segment.position(), null, allowed);
            case OUT_OF_ORDER -> {
                findings.add(codes.outOfOrder(), segment.position(), null, course.expected());
                return null;
            }
            default -> {
                codes.stray().tell(segment, course.expected(), findings);
                return null;
            }
        }
        return course.current();
    }

    /** @param end the segment that ends the message */
    public void end(Segment end) {
        for (Node node : course.missingAtEnd()) {
            findings.add(codes.missing(), end.position(), null, SegmentTag.name(node.tag));
        }
    }
}
