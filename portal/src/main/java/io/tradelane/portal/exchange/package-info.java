/** What was exchanged: the tracker, messages and interchanges with their bytes, timelines. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.exchange;
