/** Messages about documents, in pages and JSON. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.chat;
