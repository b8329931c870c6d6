package io.tradelane.mappings;

import io.tradelane.mappings.shared.X12Mapping;
import java.util.List;

/** Every mapping of a transaction set; a new one is one line here. */
final class X12Mappings {
    static final List<X12Mapping<?>> ALL = List.of();

    private X12Mappings() {}
}
