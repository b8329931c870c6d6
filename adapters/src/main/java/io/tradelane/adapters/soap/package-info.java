/**
 * The SOAP door (Apache CXF), contract first: {@code src/main/resources/wsdl} holds the services, types are made from it at build time.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.adapters.soap;
