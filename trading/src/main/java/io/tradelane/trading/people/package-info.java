/** Who works for a company in which roles: invitations, grants by one or two persons, what keeps an account safe. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.people;
