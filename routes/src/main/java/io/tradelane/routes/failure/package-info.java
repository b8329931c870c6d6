/** The one named failure policy of all routes. */
@org.jspecify.annotations.NullMarked
package io.tradelane.routes.failure;
