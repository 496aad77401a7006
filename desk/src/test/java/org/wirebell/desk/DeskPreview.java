package org.wirebell.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;

/** Starts the desk with invented alerts, to look at and to take screenshots: {@code DeskPreview [port]}. */
final class DeskPreview {
    private DeskPreview() {}

    public static void main(String[] args) throws InterruptedException {
        var config = DeskConfig.defaults().at("127.0.0.1", args.length == 0 ? 8080 : Integer.parseInt(args[0]));
        var board = Desk.board(config);
        var clock = InstantSource.system();
        Preview.fill(board, clock.instant());
        try (var desk = Desk.start(config, board, new SimpleMeterRegistry(), clock, List.of())) {
            System.out.println("http://127.0.0.1:" + desk.port() + "/");
            Thread.currentThread().join();
        }
    }
}
