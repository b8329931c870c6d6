/**
 * What every syntax has in common: findings with the standard's code and a position, envelopes, limits. The syntaxes
 * themselves are in the packages below. Imports the JDK only.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.syntax;
