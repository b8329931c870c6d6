/** Payments that fit nothing by themselves. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.payment;
