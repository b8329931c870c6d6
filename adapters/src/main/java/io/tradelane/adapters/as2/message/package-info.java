/**
 * AS2 messages and receipts as plain bytes: RFC 4130 (AS2), RFC 3335 (MIME-based EDI), RFC 8551 (S/MIME), RFC 5402 (compression),
 * RFC 8098 (message disposition notifications). No HTTP, no Camel, no database.
 *
 * <p>MIME is read and written here byte for byte, because a signature and a MIC are made over the bytes as they travelled; a mail
 * library that re-encodes a header breaks both.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.adapters.as2.message;
