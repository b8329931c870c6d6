/** Companies that register themselves: application, documents, review, admission. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.admission;
