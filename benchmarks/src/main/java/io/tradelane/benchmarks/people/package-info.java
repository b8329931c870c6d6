/** People who click through the portal of a running hub. */
@org.jspecify.annotations.NullMarked
package io.tradelane.benchmarks.people;
