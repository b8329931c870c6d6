/** What suppliers sell. */
@org.jspecify.annotations.NullMarked
package io.tradelane.routes.catalogue;
