/** Goods on their way and goods received. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.despatch;
