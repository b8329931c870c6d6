package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.GroupHeader;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.edifact.grammar.Layout;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentGrammar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what a reader of interchanges reads, in the order of the input. */
public interface InterchangeHandler {

    default void interchange(InterchangeHeader header) {}

    /** A functional group of X12 begins. */
    default void group(GroupHeader group) {}

    /**
     * It ends.
     *
     * @param messages in it
     * @param findings about its envelope
     */
    default void groupEnd(GroupHeader group, int messages, List<Finding> findings) {}

    /**
     * Messages of a type are to come.
     *
     * @param standard of the directory
     * @return what they are held against: the same, or one with the deviations of a partner
     */
    default MessageGrammar grammar(InterchangeHeader header, MessageGrammar standard) {
        return standard;
    }

    /** What a code outside its list is worth in messages of this type. */
    default Strictness codeLists(MessageType type, Strictness usual) {
        return usual;
    }

    /**
     * A message begins.
     *
     * @param grammar {@code null} when the type or the directory is unknown; then all segments are strays
     * @param findings of this message; the taker of the segments may add to them
     * @return who takes its segments; {@code null} when they need only be checked
     */
    default @Nullable SegmentHandler message(MessageStart start, @Nullable MessageGrammar grammar, Findings findings) {
        return null;
    }

    void messageEnd(MessageEnd end);

    /** @param findings about this interchange's envelope; with an error among them none of its messages may be used */
    default void interchangeEnd(InterchangeHeader header, List<Finding> findings) {}

    /** Takes the segments between UNH and UNT. */
    interface SegmentHandler {

        /**
         * @param segment a view that the next segment overwrites
         * @param node its place
         * @param layout what its positions mean
         */
        void segment(Segment segment, Node node, Layout layout);

        /**
         * A segment that has no place in the message, or is of a message without a grammar.
         *
         * @param grammar what the directory knows of it
         * @param layout of the grammar
         */
        default void stray(Segment segment, @Nullable SegmentGrammar grammar, @Nullable Layout layout) {}
    }

    /**
     * @param index in its interchange, from 0
     * @param place of its UNH
     */
    record MessageStart(InterchangeHeader header, String reference, MessageType type, int index, Position place) {}

    /**
     * @param byteEnd behind the terminator of its UNT
     * @param segments counted, UNH and UNT included
     */
    record MessageEnd(MessageStart start, long byteEnd, int segments, List<Finding> findings) {}
}
