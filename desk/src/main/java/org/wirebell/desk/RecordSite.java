package org.wirebell.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.wirebell.desk.api.Replies;
import org.wirebell.desk.api.Standing;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Shift;
import org.wirebell.desk.page.Look;
import org.wirebell.desk.page.RuleScreen;
import org.wirebell.desk.page.SentScreen;
import org.wirebell.desk.page.ShiftScreen;

/** The screens that look back: what changed over a shift, what was sent, by which rules. */
final class RecordSite {
    private static final Duration SHIFT = Duration.ofHours(8);

    private final Board board;
    private final Standing standing;
    private final Supplier<Look> look;

    RecordSite(Board board, Standing standing, Supplier<Look> look) {
        this.board = board;
        this.standing = standing;
        this.look = look;
    }

    void serve(RoutesConfig routes) {
        routes.get("/shift", this::shift);
        routes.get("/sent", this::sent);
        routes.get("/rules", ctx -> {
            var heard = board.position();
            Site.html(ctx, RuleScreen.page(board, standing, Replies.param(ctx, "edit"), look.get(), heard));
        });
    }

    private void shift(Context ctx) {
        var heard = board.position();
        var now = look.get();
        var asked = Replies.param(ctx, "since");
        var since = asked.isEmpty() ? Optional.of(now.now().minus(SHIFT)) : moment(asked, now);
        var complaint = since.isEmpty() ? "That is not a time: " + asked : "";
        var shift = Shift.of(board.alerts(), since.orElse(now.now().minus(SHIFT)));
        Site.html(ctx.status(since.isEmpty() ? 400 : 200), ShiftScreen.page(shift, complaint, now, heard));
    }

    /** An instant, or a time in the desk's zone where no script has made one of it. */
    private static Optional<Instant> moment(String text, Look look) {
        try {
            return Optional.of(
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text).atZone(look.zone()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void sent(Context ctx) {
        var heard = board.position();
        var asked = new SentScreen.Asked(Replies.param(ctx, "receiver"), Replies.param(ctx, "alert"), fate(ctx));
        Site.html(ctx, SentScreen.page(board.alerts(), asked, look.get(), heard));
    }

    private static SentScreen.Fate fate(Context ctx) {
        var word = Replies.param(ctx, "outcome").toUpperCase(Locale.ROOT).replace('-', '_');
        for (var fate : SentScreen.Fate.values()) {
            if (fate.name().equals(word)) {
                return fate;
            }
        }
        return SentScreen.Fate.ALL;
    }
}
