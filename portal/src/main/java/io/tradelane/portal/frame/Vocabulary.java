package io.tradelane.portal.frame;

/** A bean that templates may speak with, under its bean's name: {@code ${#words.of(state)}}. */
public interface Vocabulary {}
