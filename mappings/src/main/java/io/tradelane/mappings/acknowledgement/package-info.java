/** What one system says about another's message: CONTRL about its syntax, APERAK about what it asks for. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.acknowledgement;
