/** Finding suppliers, one's own ones, and whom to trade with next. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.relation;
