/** Client certificates of partners' systems. */
@org.jspecify.annotations.NullMarked
package io.tradelane.server.tls;
