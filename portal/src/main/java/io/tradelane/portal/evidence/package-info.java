/** What proves what became of a document, in one signed file that can be verified without the hub. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.evidence;
