/** Pages and API of purchase orders, with what the warehouse does on them. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.order;
