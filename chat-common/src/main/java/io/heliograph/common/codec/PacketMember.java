package io.heliograph.common.codec;

import org.jspecify.annotations.Nullable;

/** The members that packets have, with their names on the wire written out (protocol.md 3, 4.1). */
enum PacketMember {
    TYPE("type"),
    CID("cid"),
    EPOCH("epoch"),
    SEQ("seq"),
    PAYLOAD("payload"),
    V("v"),
    SUITES("suites"),
    RANDOM("random"),
    RSA("rsa"),
    X25519("x25519"),
    COOKIE("cookie"),
    PAD("pad"),
    SUITE("suite"),
    WRAPPED("wrapped"),
    IDENTITY("identity"),
    SIG("sig"),
    NONCE("nonce"),
    NAME("name"),
    USERS("users");

    private final String wireName;

    PacketMember(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /** The member of that name; null for one that this version does not know. */
    static @Nullable PacketMember named(String name) {
        return switch (name) {
            case "type" -> TYPE;
            case "cid" -> CID;
            case "epoch" -> EPOCH;
            case "seq" -> SEQ;
            case "payload" -> PAYLOAD;
            case "v" -> V;
            case "suites" -> SUITES;
            case "random" -> RANDOM;
            case "rsa" -> RSA;
            case "x25519" -> X25519;
            case "cookie" -> COOKIE;
            case "pad" -> PAD;
            case "suite" -> SUITE;
            case "wrapped" -> WRAPPED;
            case "identity" -> IDENTITY;
            case "sig" -> SIG;
            case "nonce" -> NONCE;
            case "name" -> NAME;
            case "users" -> USERS;
            default -> null;
        };
    }
}
