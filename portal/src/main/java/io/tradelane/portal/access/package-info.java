/** Who may do what: sign-in, API keys, the table of rules, and the organisation every request runs for. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.access;
