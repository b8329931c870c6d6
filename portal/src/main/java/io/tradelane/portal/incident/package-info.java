/** What needs a person, and what she can do about it. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.incident;
