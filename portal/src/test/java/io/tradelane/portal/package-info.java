@org.jspecify.annotations.NullMarked
package io.tradelane.portal;
