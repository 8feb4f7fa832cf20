package io.heliograph.common.message;

import io.heliograph.common.util.Bytes;
import java.util.List;

/**
 * What the server holds of an account's keys (protocol.md 13.2); to be checked by whoever uses it.
 *
 * @param list signed, of the devices that speak for the account; empty: none was published
 * @param prekeys signed, of the devices that are enrolled
 */
public record CardEntry(String name, Bytes list, List<Bytes> prekeys) {
    public CardEntry {
        prekeys = List.copyOf(prekeys);
    }
}
