/** Documents as a partner's ERP writes them, by plain text. */
@org.jspecify.annotations.NullMarked
package io.tradelane.simulators.document;
