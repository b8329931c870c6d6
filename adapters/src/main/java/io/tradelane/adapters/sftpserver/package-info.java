/** The SFTP server of the hub: each partner in a folder of its own, to put files into {@code in} and to fetch them from {@code out}. */
@org.jspecify.annotations.NullMarked
package io.tradelane.adapters.sftpserver;
