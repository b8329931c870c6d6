/** From stored bytes to one verdict per message: read, split, acknowledge, hand to the process that knows the document. */
@org.jspecify.annotations.NullMarked
package io.tradelane.routes.inbound;
