/** Two years of business between the demo companies, for who wants to see lists, figures and forecasts with something in them. */
@org.jspecify.annotations.NullMarked
package io.tradelane.server.demo.history;
