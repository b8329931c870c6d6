/** From the HTTP door to the committed order, beside the same rows by plain JDBC; and how soon the hub is ready. */
@org.jspecify.annotations.NullMarked
package io.tradelane.benchmarks.door;
