/** What waits for approval, and the rules, limits, delegates and budgets of a buying company. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.approval;
