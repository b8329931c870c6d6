/** Requests for quotation and the offers that answer them: UN/EDIFACT REQOTE and QUOTES. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.sourcing;
