package org.wirebell.ingest.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.wirebell.ingest.web.Limits;

/**
 * A folder that files are dropped into.
 *
 * @param every how often it is looked at; a file is taken when two looks found it the same. A second when absent
 * @param language of items that declare none
 * @param zone of dates that carry none
 */
public record FolderConfig(Path path, Optional<Duration> every, Optional<String> language, Optional<ZoneId> zone) {
    private static final Duration LOOK = Duration.ofSeconds(1);

    public FolderConfig {
        if (path.toString().isEmpty()) {
            throw new IllegalArgumentException("path must not be empty");
        }
        every.ifPresent(look -> Limits.positive("every", look));
    }

    public Duration look() {
        return every.orElse(LOOK);
    }
}
