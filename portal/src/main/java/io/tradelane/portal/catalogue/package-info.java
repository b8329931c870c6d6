/** Articles: how buyers find them, how suppliers show them, and what the operator agrees to. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.catalogue;
