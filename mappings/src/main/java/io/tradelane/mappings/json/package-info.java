/** The canonical JSON of a document: {@code {"type":"ORDER","document":{…components of the record…}}}. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.json;
