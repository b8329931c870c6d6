/** The warehouses' pages: goods out on an order, goods in on an order. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.despatch;
