package io.tradelane.trading.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree of what is sold here.
 *
 * @param ancestors from the root to itself
 * @param attributes what is to be said of an article in it: those of its ancestors first
 * @param retired no more articles are put into it; those in it stay
 */
public record Category(
        UUID id, @Nullable UUID parent, String code, String nameZh, String nameEn, List<UUID> ancestors, List<CategoryAttribute> attributes, int version, boolean retired) {

    public String name(boolean chinese) {
        return chinese ? nameZh : nameEn;
    }

    public int depth() {
        return ancestors.size() - 1;
    }
}
