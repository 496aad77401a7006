package org.wirebell.alerts.decide;

/**
 * Everything that the planner remembers.
 *
 * @param standings by alert id
 * @param desks budgets and storms, by desk
 * @param waiting notices and digest lines that wait, by desk, receiver and alert
 * @param open figures that are being told, by desk, what they count and where
 * @param agenda what is due when, by moment
 */
public record Memory(
        Shelf<Standing> standings,
        Shelf<DeskState> desks,
        Shelf<Waiting> waiting,
        OpenFigures open,
        Shelf<Errand> agenda) {
    public static Memory inMemory() {
        return new Memory(
                Shelf.inMemory(),
                Shelf.inMemory(),
                Shelf.inMemory(),
                new OpenFigures(Shelf.inMemory()),
                Shelf.inMemory());
    }
}
