/** The people of a company, their roles and invitations; and what everybody does with her own account. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.people;
