/** What needs a person: raised once per cause, retried, edited and resubmitted, closed with a reason. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.incident;
