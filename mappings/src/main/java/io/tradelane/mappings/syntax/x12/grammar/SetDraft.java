package io.tradelane.mappings.syntax.x12.grammar;

import io.tradelane.mappings.syntax.edifact.grammar.Draft;
import io.tradelane.mappings.syntax.edifact.grammar.DraftPath;
import io.tradelane.mappings.syntax.edifact.grammar.ElementChange;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.NewPart;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentGrammar;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The same for a transaction set, whose segments have rules beside their layouts. */
public final class SetDraft extends Draft {
    private final X12Directory directory;
    private final Map<SegmentGrammar, SegmentRules> rules = new IdentityHashMap<>();

    /** @param version of {@code standard} */
    public SetDraft(MessageGrammar standard, X12Directory version) {
        super(standard);
        this.directory = version;
    }

    @Override
    protected SegmentGrammar defined(int tag, String name, List<NewPart> parts) {
        return keep(tag, new SegmentRules(name, name, parts.stream().map(this::part).toList(), List.of(), false));
    }

    private SegmentRules.Part part(NewPart part) {
        if (part.type() == null) {
            try {
                return directory.part(part.id(), part.mandatory(), part.repeat());
            } catch (IllegalStateException unknown) {
                throw new IllegalArgumentException(unknown.getMessage() + "; one of the partner's own has a type", unknown);
            }
        }
        String name = Objects.requireNonNullElse(part.name(), part.id());
        int decimals = part.type().matches("N\\d") ? part.type().charAt(1) - '0' : 0;
        Element element = new Element(part.id(), ElementType.of(part.type()), decimals, part.min(), part.max(), name, name, null);
        return new SegmentRules.Part(
                part.id(), name, name, part.mandatory(), part.repeat(), false, List.of(new SegmentRules.Component(element, true)));
    }

    @Override
    protected SegmentGrammar changed(Place place, DraftPath.ElementName element, ElementChange change) {
        SegmentGrammar segment = Objects.requireNonNull(place.segment());
        return keep(segment.tag, Objects.requireNonNull(rules(segment), segment.tag()).with(element, change));
    }

    private SegmentGrammar keep(int tag, SegmentRules made) {
        SegmentGrammar segment = SegmentGrammar.inPlace(tag, made.name(), X12Directory.layout(made));
        rules.put(segment, made);
        return segment;
    }

    private @Nullable SegmentRules rules(SegmentGrammar segment) {
        SegmentRules own = rules.get(segment);
        return own == null ? directory.rules(segment.tag) : own;
    }

    @Override
    protected MessageGrammar grammar(MessageGrammar standard, List<Node> nodes, List<Place> order) {
        @Nullable SegmentRules[] byNode = new SegmentRules[order.size()];
        for (int i = 0; i < byNode.length; i++) {
            SegmentGrammar segment = order.get(i).segment();
            byNode[i] = segment == null ? null : rules(segment);
        }
        return new OverlaidSet(standard.name(), standard.directory(), nodes, byNode);
    }
}
