/** Purchase requirements: the list, the form, the page of one with what fits it, and their API. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.requirement;
