/** Pages and API of requests for quotation and quotations. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.sourcing;
