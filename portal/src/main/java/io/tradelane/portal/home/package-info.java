/** The first pages: sign-in, and what waits for whoever has signed in. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.home;
