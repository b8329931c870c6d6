/** The folder an installation lives in: its lock, its key, its generated passwords and its ports. */
@NullMarked
package io.tradelane.server.home;

import org.jspecify.annotations.NullMarked;
