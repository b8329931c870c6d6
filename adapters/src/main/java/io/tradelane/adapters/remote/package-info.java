/** The doors to a partner's file server, SFTP and FTPS: files fetched when they are complete, and files put under their name when they are. */
@org.jspecify.annotations.NullMarked
package io.tradelane.adapters.remote;
