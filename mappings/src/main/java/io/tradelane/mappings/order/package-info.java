/** Orders and the answers to them: UN/EDIFACT ORDERS and ORDRSP. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.order;
