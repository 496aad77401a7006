package org.wirebell.desk.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Comparator;
import java.util.Map;
import org.wirebell.desk.access.Need;
import org.wirebell.desk.access.Person;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Delivery;
import org.wirebell.desk.board.Told;
import org.wirebell.desk.deeds.Deeds;
import org.wirebell.model.Priority;

/** What was sent to whom, what was not and why, and fire drills. */
final class NoticeApi {
    private final Board board;
    private final Deeds deeds;
    private final Ports.Drill drill;

    NoticeApi(Board board, Deeds deeds, Ports.Drill drill) {
        this.board = board;
        this.deeds = deeds;
        this.drill = drill;
    }

    /** A notice with as much of its alert as a list needs. */
    private record Line(String alert, String rule, String desk, Priority priority, String title, Delivery delivery) {
        static Line of(Told told, Delivery delivery) {
            var a = told.alert();
            return new Line(a.id(), a.rule(), a.desk(), a.priority(), a.title(), delivery);
        }
    }

    void serve(Doors doors) {
        doors.get(
                "/api/notices",
                Need.VIEWER,
                "Notices of the alerts on the board, newest first: sent, and not sent with the reason.",
                this::list,
                "sent: yes or no; both when absent",
                "receiver: name of a receiver",
                "rule: id of a rule",
                "since: an instant",
                "limit: at most so many, 1 to 1000");
        doors.get(
                "/api/receivers",
                Need.VIEWER,
                "Names of the receivers.",
                ctx -> Replies.list(ctx, "receivers", drill.receivers()));
        doors.post(
                "/api/receivers/{name}/test",
                Need.OPERATOR,
                "Sends one notice marked [TEST] to the real receiver.",
                this::test);
    }

    private void list(Context ctx) {
        var since = Replies.since(ctx);
        var limit = Replies.limit(ctx);
        var sent = Replies.param(ctx, "sent");
        if (!sent.isEmpty() && !sent.equals("yes") && !sent.equals("no")) {
            throw new BadRequestResponse("sent must be yes or no");
        }
        var receiver = Replies.param(ctx, "receiver");
        var rule = Replies.param(ctx, "rule");
        var found = board.alerts().stream()
                .filter(t -> rule.isEmpty() || t.alert().rule().equals(rule))
                .flatMap(t -> t.deliveries().stream().map(d -> Line.of(t, d)))
                .filter(l -> receiver.isEmpty() || l.delivery().receiver().equals(receiver))
                .filter(l -> sent.isEmpty() || l.delivery().goes() == sent.equals("yes"))
                .filter(l -> !l.delivery().at().isBefore(since))
                .sorted(Comparator.comparing((Line l) -> l.delivery().at())
                        .reversed()
                        .thenComparing(l -> l.delivery().notice()))
                .limit(limit)
                .toList();
        Replies.list(ctx, "notices", found);
    }

    private void test(Context ctx) throws InterruptedException {
        var name = ctx.pathParam("name");
        var by = Person.of(ctx).name();
        deeds.note(by, "receiver.tested", "receiver/" + name, "");
        try {
            var outcome = drill.send(name);
            Replies.json(ctx, Map.of("sent", outcome.sent(), "said", outcome.said()));
        } catch (IllegalArgumentException e) {
            throw new NotFoundResponse(String.valueOf(e.getMessage()));
        }
    }
}
