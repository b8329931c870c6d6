/** What a buyer's people need, who approves it, what of the catalogue fits it, and how it becomes a request for quotation. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.requirement;
