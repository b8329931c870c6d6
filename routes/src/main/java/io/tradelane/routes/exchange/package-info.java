/** Work over all that was exchanged: what is old goes to the archive, what is over its time is deleted. */
@org.jspecify.annotations.NullMarked
package io.tradelane.routes.exchange;
