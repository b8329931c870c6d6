package io.tradelane.mappings.syntax.x12.grammar;

import io.tradelane.mappings.syntax.edifact.grammar.Directory;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set with a partner's deviations, and the rules of its places. */
final class OverlaidSet extends MessageGrammar {
    private final @Nullable SegmentRules[] rules;

    OverlaidSet(String set, Directory directory, List<Node> nodes, @Nullable SegmentRules[] rules) {
        super(set, directory, nodes);
        this.rules = rules;
    }

    /** By the numbers of the nodes; {@code null} for a loop. */
    @Nullable SegmentRules[] rules() {
        return rules;
    }
}
