/** What all of the JSON API under {@code /api/v1} shares: problems, paging, versions. The endpoints are in their rooms. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.api;
