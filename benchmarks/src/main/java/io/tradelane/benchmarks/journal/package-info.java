/** How long a search over all that was exchanged takes, and what its index costs. */
@org.jspecify.annotations.NullMarked
package io.tradelane.benchmarks.journal;
