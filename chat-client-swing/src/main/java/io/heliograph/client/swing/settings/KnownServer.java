package io.heliograph.client.swing.settings;

/**
 * A server that this desktop has been at.
 *
 * @param address {@code HOST:PORT}
 * @param name what it calls itself
 * @param user who was there last
 * @param fingerprint what it proved last; the profile's own pin is what counts at a connection
 */
public record KnownServer(String address, String name, String user, String fingerprint) {}
