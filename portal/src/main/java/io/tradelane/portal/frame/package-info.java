/** What all pages share: language, theme, formats, words, errors, live updates, assets. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.frame;
