/** What the mappings of several IDocs share: partners, articles, references, texts, units, amounts. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.shared.idoc;
