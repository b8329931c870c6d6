/** Orders and the answers to them. */
@org.jspecify.annotations.NullMarked
package io.tradelane.routes.order;
