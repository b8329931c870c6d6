/**
 * Reading XML that a stranger sent: the only place in the project that makes an XML parser. No document type but one
 * that only names itself, no entities but the five of XML, no network and no file, and a limit on depth, attributes, text and size.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.syntax.xml;
