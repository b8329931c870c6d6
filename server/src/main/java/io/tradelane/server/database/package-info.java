/** PostgreSQL, embedded under HOME or external, with an owner for migrations and a lesser role for work. */
@NullMarked
package io.tradelane.server.database;

import org.jspecify.annotations.NullMarked;
