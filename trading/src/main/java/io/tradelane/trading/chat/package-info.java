/** What people of two companies say to each other about a document, and note among themselves. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.chat;
