package io.tradelane.trading.order;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;

/** A record that stands for a row, as the named parameters of a statement; enums go by name. */
public final class RowParameters extends SimplePropertySqlParameterSource {

    public RowParameters(Object row) {
        super(row);
    }

    @Override
    public @Nullable Object getValue(String name) {
        Object value = super.getValue(name);
        return value instanceof Enum<?> constant ? constant.name() : value;
    }
}
