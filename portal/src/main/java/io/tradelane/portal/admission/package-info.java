/** Companies register themselves, and the operator of the hub reviews them. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.admission;
