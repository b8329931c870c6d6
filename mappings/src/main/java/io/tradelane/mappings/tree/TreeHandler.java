package io.tradelane.mappings.tree;

import io.tradelane.mappings.cartridge.Overlays;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.edifact.Findings;
import io.tradelane.mappings.syntax.edifact.InterchangeHandler;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds a tree of each message while it is read. */
final class TreeHandler implements InterchangeHandler {

    private final Vocabulary vocabulary;
    private final Overlays overlays;
    private final LocalDate received;
    private final Consumer<MessageTree> trees;
    private @Nullable TreeBuilder builder;
    private int index;

    TreeHandler(Vocabulary vocabulary, Overlays overlays, LocalDate received, Consumer<MessageTree> trees) {
        this.vocabulary = vocabulary;
        this.overlays = overlays;
        this.received = received;
        this.trees = trees;
    }

    @Override
    public MessageGrammar grammar(InterchangeHeader header, MessageGrammar standard) {
        return overlays.grammar(header, standard, received);
    }

    @Override
    public SegmentHandler message(MessageStart start, @Nullable MessageGrammar grammar, Findings findings) {
        TreeBuilder begun = new TreeBuilder(vocabulary);
        builder = begun;
        return begun;
    }

    @Override
    public void messageEnd(MessageEnd end) {
        TreeBuilder built = builder == null ? new TreeBuilder(vocabulary) : builder;
        builder = null;
        trees.accept(new MessageTree(
                end.start().type(), end.start().reference(), index++, built.nodes(), built.truncated(), end.findings()));
    }
}
