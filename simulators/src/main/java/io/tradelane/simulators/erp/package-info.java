/** A partner's ERP that exchanges files or HTTP posts. */
@org.jspecify.annotations.NullMarked
package io.tradelane.simulators.erp;
