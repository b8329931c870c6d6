/** The e-mail door: documents as attachments, sent by SMTP and fetched by IMAP, signed and encrypted by S/MIME where it is agreed. */
@org.jspecify.annotations.NullMarked
package io.tradelane.adapters.mail;
