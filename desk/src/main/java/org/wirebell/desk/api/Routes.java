package org.wirebell.desk.api;

import org.wirebell.desk.access.Access;
import org.wirebell.desk.access.Accounts;
import org.wirebell.desk.access.Entrance;
import org.wirebell.desk.access.SignIn;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.deeds.Deeds;

/** All routes of the API, in the order in which {@code /openapi.json} lists them. */
public record Routes(Board board, Accounts accounts, Entrance entrance, Deeds deeds, Ports ports, Settings settings) {
    /** What handlers need to know of the configuration. */
    public record Settings(String title, Access access, SignIn signIn) {}

    public void serve(Doors doors) {
        new AlertApi(board, deeds).serve(doors);
        new StoryApi(board).serve(doors);
        new SeriesApi(board, deeds).serve(doors);
        new SilenceApi(board, deeds).serve(doors);
        new RuleApi(board, deeds, ports).serve(doors);
        new NoticeApi(board, deeds, ports.drill()).serve(doors);
        new SourceApi(board, ports.outline()).serve(doors);
        new FeedsOut(board, settings.title(), settings.signIn().address()).serve(doors);
        new SignInApi(entrance, deeds, settings.access()).serve(doors);
        new AccountApi(accounts, deeds, settings.signIn().tokenLife()).serve(doors);
    }
}
