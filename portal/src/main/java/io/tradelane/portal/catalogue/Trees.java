package io.tradelane.portal.catalogue;

import io.tradelane.trading.catalogue.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tree of categories as a list to choose from. */
final class Trees {

    private Trees() {}

    /** Each behind its parent. */
    static List<Category> inOrder(Map<UUID, Category> tree) {
        List<Category> ordered = new ArrayList<>();
        add(null, tree, ordered);
        return ordered;
    }

    private static void add(@Nullable UUID parent, Map<UUID, Category> tree, List<Category> ordered) {
        tree.values().stream().filter(category -> Objects.equals(category.parent(), parent)).forEach(category -> {
            ordered.add(category);
            add(category.id(), tree, ordered);
        });
    }
}
