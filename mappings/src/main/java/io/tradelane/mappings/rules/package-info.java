/**
 * What a document promises to keep beyond its syntax: the XML Schema of its kind, and the Schematron rules of the profile it
 * claims (EN 16931, Peppol BIS 3, XRechnung, Factur-X). Schemas and rules are data of the phive rule packs; they are compiled
 * when the first document needs them and kept. Nobody who reads another format loads any of it.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.rules;
