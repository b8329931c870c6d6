/** Artemis, embedded under HOME or external. It only dispatches; PostgreSQL stays the truth. */
@NullMarked
package io.tradelane.server.broker;

import org.jspecify.annotations.NullMarked;
