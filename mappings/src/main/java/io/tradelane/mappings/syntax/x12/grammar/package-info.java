/**
 * What ASC X12 says about transaction sets, segments and data elements, from 004010 on: read from three text files that
 * say themselves how they are written.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.syntax.x12.grammar;
