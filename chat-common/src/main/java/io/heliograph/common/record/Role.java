package io.heliograph.common.record;

/** Which end of a connection this is: it decides which keys seal and who begins a key change. */
public enum Role {
    CLIENT,
    SERVER
}
