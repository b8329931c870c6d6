/** What buyers will call off and when: releases of forecasts and of calls just in time, and what they leave to be despatched. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.schedule;
