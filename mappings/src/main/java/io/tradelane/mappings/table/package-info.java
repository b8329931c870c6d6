/**
 * Tables with a row of headers: CSV and XLSX. {@link io.tradelane.mappings.table.TableMapping} says which header goes to which
 * field; where a partner has saved none, the names in {@code headers.txt} do, in six languages. What a field means for a document
 * is said in the rooms.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.table;
