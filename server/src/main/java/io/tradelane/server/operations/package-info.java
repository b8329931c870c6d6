/** What an operator looks at: health, metrics, and who may see them. */
@NullMarked
package io.tradelane.server.operations;

import org.jspecify.annotations.NullMarked;
