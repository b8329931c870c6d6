/** Contracts in pages and JSON: their paper, the signatures in it, and whether a file is what was signed. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.contract;
