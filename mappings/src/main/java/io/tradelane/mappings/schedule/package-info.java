/** What is called off, and when: UN/EDIFACT DELFOR and DELJIT. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.schedule;
