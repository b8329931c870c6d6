/** Partners with their agreements and certificates, and the connections to them. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.partner;
