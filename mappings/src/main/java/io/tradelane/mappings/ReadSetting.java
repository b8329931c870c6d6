package io.tradelane.mappings;

import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.table.TableMapping;
import io.tradelane.trading.document.DocumentType;
import org.jspecify.annotations.Nullable;

/**
 * How documents of a sender are read otherwise than everybody's; what is absent is as usual.
 *
 * @param type of which documents; absent: of all in this format
 * @param codeLists what a code outside its list is worth
 * @param rules whether a document is held against the schema and the rules of the profile it claims
 * @param table which column is what
 */
public record ReadSetting(
        Format format, @Nullable DocumentType type, @Nullable Strictness codeLists, @Nullable Boolean rules, @Nullable TableMapping table) {}
