package io.tradelane.trading.chat;

/** A file that goes with a message. @param fileName without folders */
public record ChatFile(String fileName, String mediaType, byte[] content) {}
