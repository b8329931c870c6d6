package io.tradelane.portal.exchange;

import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.tree.MessageTree;
import io.tradelane.mappings.tree.TreeNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message with the names of what is in it, as rows one below the other. */
final class TreeRows {
    private static final int MOST_ROWS = 3_000;
    private static final int DEEPEST = 9;

    private final Locale locale;
    private final List<Row> rows = new ArrayList<>();

    private TreeRows(Locale locale) {
        this.locale = locale;
    }

    /**
     * @param depth from 0 to {@value #DEEPEST}
     * @param id tag of a segment, number of an element, name of an element of XML
     * @param place of an element in its segment, blank of all others
     * @param meaning of a code
     */
    record Row(int depth, TreeNode.Kind kind, String id, int group, String place, String name, @Nullable String value, @Nullable String meaning) {}

    /** @param whole whether all of it is shown */
    record Shown(List<Row> rows, boolean whole) {}

    /** The message with this index; of XML the whole document; absent where its format has no tree. */
    static Optional<Shown> of(InputStream interchange, ReadOptions options, int index, Locale locale) throws IOException {
        TreeRows found = new TreeRows(locale);
        boolean[] whole = {true};
        Translator.standard().trees(interchange, options, tree -> {
            boolean wanted = tree.index() == index || tree.index() == MessageTree.WHOLE;
            if (wanted) {
                found.take(tree);
                whole[0] = !tree.truncated() && found.rows.size() < MOST_ROWS;
            }
            return !wanted;
        });
        return found.rows.isEmpty() ? Optional.empty() : Optional.of(new Shown(found.rows, whole[0]));
    }

    private void take(MessageTree tree) {
        tree.nodes().forEach(node -> take(node, 0));
    }

    private void take(TreeNode node, int depth) {
        if (rows.size() < MOST_ROWS) {
            rows.add(new Row(
                    Math.min(depth, DEEPEST), node.kind(), node.id(), node.group(), node.place(), node.name(locale), node.value(), node.meaning(locale)));
            node.children().forEach(child -> take(child, depth + 1));
        }
    }
}
