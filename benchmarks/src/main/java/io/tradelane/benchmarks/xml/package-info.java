/** How fast XML is read and written by declarations. */
@org.jspecify.annotations.NullMarked
package io.tradelane.benchmarks.xml;
