/** The demo: its companies, and the journey it plays through the real doors. */
@org.jspecify.annotations.NullMarked
package io.tradelane.server.demo;
