/** What a carrier shall move, and where it is: UN/EDIFACT IFTMIN and IFTSTA. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.transport;
