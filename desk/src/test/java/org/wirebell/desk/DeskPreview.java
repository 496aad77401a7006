package org.wirebell.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.wirebell.desk.access.Accounts;
import org.wirebell.desk.archive.Archive;
import org.wirebell.desk.archive.Shelf;
import org.wirebell.desk.board.Source;

/** Starts the desk with invented alerts, rules and items, to look at and to take screenshots: {@code DeskPreview [port]}. */
final class DeskPreview {
    private DeskPreview() {}

    public static void main(String[] args) throws InterruptedException {
        var config = DeskConfig.defaults().at("127.0.0.1", args.length == 0 ? 8080 : Integer.parseInt(args[0]));
        var board = Desk.board(config);
        var clock = InstantSource.system();
        var now = clock.instant();
        Preview.fill(board, now);
        board.rule(Source.RULES.at(0, 1), SignedIn.RULE.id(), Optional.of(SignedIn.RULE));
        var archive = Archive.inMemory();
        archive.put(Shelf.item("1", "coastwire", "en", "Ferry sinks off Port Adel", now));
        archive.put(Shelf.item("2", "bulletin-sud", "fr", "Ferry: un premier bilan", now.minusSeconds(900)));
        archive.filled();
        var accounts = new Accounts();
        var pen = new MemoryPen(board, accounts);
        try (var desk = Desk.start(
                config, board, accounts, pen, SignedIn.ports(), archive, new SimpleMeterRegistry(), clock, List.of())) {
            System.out.println("http://127.0.0.1:" + desk.port() + "/");
            Thread.currentThread().join();
        }
    }
}
