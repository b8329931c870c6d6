/** How long it takes to find an article among many. */
@org.jspecify.annotations.NullMarked
package io.tradelane.benchmarks.catalogue;
