/** From the outbox to the partner: render in the agreed format, send by the agreed door, record what the partner said. */
@org.jspecify.annotations.NullMarked
package io.tradelane.routes.outbound;
