/** Requests for quotation and quotations. */
@org.jspecify.annotations.NullMarked
package io.tradelane.routes.sourcing;
