package io.tradelane.routes.inbound;

/** A stored message to be processed. @param group messages of one group keep their order */
public record PendingMessage(String message, String group) {}
