/** The executable: puts the roles hub and portal together and starts what they need. */
@NullMarked
package io.tradelane.server;

import org.jspecify.annotations.NullMarked;
