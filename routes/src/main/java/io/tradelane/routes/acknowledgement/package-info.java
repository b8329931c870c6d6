/** What partners answer to what we sent. */
@org.jspecify.annotations.NullMarked
package io.tradelane.routes.acknowledgement;
