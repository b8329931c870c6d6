/** What buyers will call off, and what changed with each release. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.schedule;
