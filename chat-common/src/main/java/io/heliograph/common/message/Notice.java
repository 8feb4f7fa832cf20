package io.heliograph.common.message;

/**
 * What the server says in an entry of kind 16 and up (protocol.md 8.5).
 *
 * @param subject whom or what it is about: a name, or the word of a {@link RoomSetting}
 * @param text a reason or a value; empty if there is none
 */
public record Notice(String subject, String text) {}
