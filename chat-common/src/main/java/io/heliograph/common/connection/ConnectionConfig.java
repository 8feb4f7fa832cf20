package io.heliograph.common.connection;

import io.heliograph.common.channel.ChannelConfig;
import io.heliograph.common.record.RekeyPolicy;

/**
 * How a connection behaves.
 *
 * @param rekey when keys are changed
 * @param channel bounds of the reliable channel
 * @param forgetAfterNs how long a silent peer is remembered (protocol.md 5.7)
 * @param dormantAfterNs after how long without a sign of life nothing more is sent to the peer; {@code
 * NanoClock.NEVER_NS}: never
 */
public record ConnectionConfig(RekeyPolicy rekey, ChannelConfig channel, long forgetAfterNs, long dormantAfterNs) {}
