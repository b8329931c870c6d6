/** Data of companies. */
@org.jspecify.annotations.NullMarked
package io.tradelane.routes.partner;
