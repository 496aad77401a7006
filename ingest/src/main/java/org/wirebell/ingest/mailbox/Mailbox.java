package org.wirebell.ingest.mailbox;

import java.util.List;
import org.wirebell.ingest.web.Outage;

/** All that ingest asks of a mail server. */
public interface Mailbox {
    /** Connects, signs in and opens the folder, for reading only. */
    Visit open() throws Outage;

    /** One connection. */
    interface Visit extends AutoCloseable {
        /** The UIDVALIDITY that the numbers of this visit belong to. */
        long validity();

        /** The numbers of the newest messages, ascending. */
        List<Long> newest(int most) throws Outage;

        /** The first so many messages with numbers above this one, ascending. */
        List<Letter> after(long uid, int most) throws Outage;

        /** The raw bytes of a message; of a longer one the first {@code most}, of one that is gone by now none. */
        byte[] raw(Letter letter, int most) throws Outage;

        @Override
        void close();
    }

    /**
     * What the server tells of a message before it is fetched.
     *
     * @param id its Message-ID; of one that has none, sender, date and subject
     * @param sender the address in From, in lower case, empty when there is none
     */
    record Letter(long uid, String id, String sender) {}
}
