/** A partner's CRM with a REST service. */
@org.jspecify.annotations.NullMarked
package io.tradelane.simulators.crm;
