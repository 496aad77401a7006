package org.wirebell.app.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a cluster that is away when we start, and says so, instead of giving up. */
public final class Reachable {
    private static final Logger LOG = LoggerFactory.getLogger(Reachable.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private Reachable() {}

    /** Returns as soon as a broker answers. */
    public static void await(Map<String, Object> kafka) throws InterruptedException {
        var settings = new HashMap<>(kafka);
        settings.put("default.api.timeout.ms", "5000");
        settings.put("request.timeout.ms", "4000");
        try (var admin = Admin.create(settings)) {
            while (!answers(admin, kafka)) {
                Thread.sleep(PAUSE);
            }
        }
    }

    private static boolean answers(Admin admin, Map<String, Object> kafka) throws InterruptedException {
        try {
            var nodes = admin.describeCluster(new DescribeClusterOptions().timeoutMs(5000))
                    .nodes()
                    .get();
            return !nodes.isEmpty();
        } catch (ExecutionException e) {
            LOG.warn(
                    "Kafka at {} does not answer ({}); trying again in {} s",
                    kafka.get("bootstrap.servers"),
                    Causes.of(e),
                    PAUSE.toSeconds());
            return false;
        }
    }
}
