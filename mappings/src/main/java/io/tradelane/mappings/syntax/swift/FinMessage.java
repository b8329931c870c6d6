package io.tradelane.mappings.syntax.swift;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message.
 *
 * @param type {@code 940}; empty when neither block 2 nor the fields say it
 * @param sender BIC, absent without blocks
 * @param recipient BIC, absent without blocks
 * @param endToEnd unique end-to-end transaction reference (block 3, field 121)
 * @param line where it starts, from 1
 * @param byteEnd exclusive
 * @param report what was found wrong so far; who reads on adds to it
 */
public record FinMessage(
        String type,
        @Nullable String sender,
        @Nullable String recipient,
        @Nullable String endToEnd,
        List<FinField> fields,
        int line,
        long byteStart,
        long byteEnd,
        SwiftReport report) {

    public Optional<FinField> field(String... tags) {
        for (String tag : tags) {
            for (FinField field : fields) {
                if (field.tag().equals(tag)) {
                    return Optional.of(field);
                }
            }
        }
        return Optional.empty();
    }

    /** The first line of the field, empty when it is not there. */
    public String value(String... tags) {
        return field(tags).map(FinField::first).orElse("").strip();
    }
}
