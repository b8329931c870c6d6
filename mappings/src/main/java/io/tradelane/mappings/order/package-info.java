/** Orders, changes to them and the answers: UN/EDIFACT ORDERS, ORDCHG and ORDRSP. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.order;
