package org.wirebell.model;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Which threads of a part are replaced when they die: after some have been, another has met a bug that will not go away. */
public final class Replacements {
    /** In the life of a process. */
    public static final int MOST = 3;

    private final Consumer<Throwable> failed;
    private final AtomicInteger died = new AtomicInteger();

    /** @param failed told once why, when a thread dies that is not replaced */
    public Replacements(Consumer<Throwable> failed) {
        this.failed = failed;
    }

    /** A thread died of this; says whether another one is to take its place. */
    public boolean next(Throwable why) {
        int times = died.incrementAndGet();
        if (times == MOST + 1) {
            failed.accept(why);
        }
        return times <= MOST;
    }
}
