package org.wirebell.alerts.edge;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of rooms where people read along. */
public sealed interface ChatReceiver extends Receiver {
    /** A Slack-compatible incoming webhook. Its address is a secret. It names no message, so nothing can be changed in place. */
    record Slack(
            Optional<String> urlEnv,
            Optional<Path> urlFile,
            Optional<Boolean> here,
            Optional<Duration> timeout,
            Optional<String> fallback,
            Optional<String> headline)
            implements ChatReceiver {
        public Slack {
            Checks.exactlyOne("url", urlEnv, urlFile);
            Checks.common(timeout, headline);
        }

        @Override
        public Pace pace() {
            return new Pace(3, Duration.ofSeconds(1));
        }
    }

    /**
     * A Slack app with a bot token: changes messages and answers under them.
     *
     * @param channel id of the channel, such as C024BE91L
     * @param here whether a flash calls everybody who is there
     * @param url of the API, where it is not Slack's own
     */
    record SlackBot(
            Optional<String> tokenEnv,
            Optional<Path> tokenFile,
            String channel,
            Optional<Boolean> here,
            Optional<URI> url,
            Optional<Duration> timeout,
            Optional<String> fallback,
            Optional<String> headline)
            implements ChatReceiver {
        public SlackBot {
            Checks.exactlyOne("token", tokenEnv, tokenFile);
            Checks.common(timeout, headline);
            url.ifPresent(Checks::url);
        }

        @Override
        public boolean acks() {
            return true;
        }

        @Override
        public boolean edits() {
            return true;
        }

        @Override
        public Pace pace() {
            return new Pace(3, Duration.ofMillis(1_200));
        }
    }

    /** A Teams workflow that takes webhooks. Its address holds a signature: it is a secret. */
    record Teams(
            Optional<String> urlEnv,
            Optional<Path> urlFile,
            Optional<Duration> timeout,
            Optional<String> fallback,
            Optional<String> headline)
            implements ChatReceiver {
        public Teams {
            Checks.exactlyOne("url", urlEnv, urlFile);
            Checks.common(timeout, headline);
        }

        @Override
        public Pace pace() {
            return new Pace(4, Duration.ofMillis(300));
        }
    }

    /** A Discord webhook. Its address is a secret. */
    record Discord(
            Optional<String> urlEnv,
            Optional<Path> urlFile,
            Optional<Duration> timeout,
            Optional<String> fallback,
            Optional<String> headline)
            implements ChatReceiver {
        public Discord {
            Checks.exactlyOne("url", urlEnv, urlFile);
            Checks.common(timeout, headline);
        }

        @Override
        public boolean acks() {
            return true;
        }

        @Override
        public boolean edits() {
            return true;
        }

        @Override
        public Pace pace() {
            return new Pace(3, Duration.ofSeconds(4));
        }
    }

    /**
     * A Telegram bot.
     *
     * @param chat id of the chat, or {@code @name} of a channel
     * @param url of the API, where it is not Telegram's own
     */
    record Telegram(
            Optional<String> tokenEnv,
            Optional<Path> tokenFile,
            String chat,
            Optional<URI> url,
            Optional<Duration> timeout,
            Optional<String> fallback,
            Optional<String> headline)
            implements ChatReceiver {
        public Telegram {
            Checks.exactlyOne("token", tokenEnv, tokenFile);
            Checks.common(timeout, headline);
            url.ifPresent(Checks::url);
        }

        @Override
        public boolean acks() {
            return true;
        }

        @Override
        public boolean edits() {
            return true;
        }

        @Override
        public Pace pace() {
            return new Pace(5, Duration.ofSeconds(6));
        }
    }
}
