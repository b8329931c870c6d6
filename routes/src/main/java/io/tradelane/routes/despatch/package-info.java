/** Despatch advices. */
@org.jspecify.annotations.NullMarked
package io.tradelane.routes.despatch;
