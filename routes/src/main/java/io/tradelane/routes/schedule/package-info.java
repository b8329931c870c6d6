/** Delivery schedules. */
@org.jspecify.annotations.NullMarked
package io.tradelane.routes.schedule;
