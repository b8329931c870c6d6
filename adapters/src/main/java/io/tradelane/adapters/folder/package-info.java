/** The folder door: files picked up when they are complete, and files put where a partner's system looks for them. */
@org.jspecify.annotations.NullMarked
package io.tradelane.adapters.folder;
