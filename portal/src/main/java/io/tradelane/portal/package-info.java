/** The web: pages and the JSON API over the trading engine. One package and one template folder per room. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal;
