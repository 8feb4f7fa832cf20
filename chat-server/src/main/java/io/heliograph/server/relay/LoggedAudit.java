package io.heliograph.server.relay;

import io.heliograph.server.audit.AuditSink;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what is to be taken down into the log of the process. Thread-safe: holds no state. */
final class LoggedAudit implements AuditSink {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedAudit.class);

    @Override
    public void record(String event, String actor, String subject, Map<String, String> details) {
        LOG.info("audit event={} actor={} subject={} details={}", event, actor, subject, details);
    }
}
