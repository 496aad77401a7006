package org.wirebell.ingest.drop;

import java.util.List;
import java.util.Optional;
import org.wirebell.ingest.due.DroppedFile;
import org.wirebell.ingest.web.Limits;
import org.wirebell.ingest.web.Outage;

/** All that ingest asks of a server with files. */
public interface Drop {
    /** Connects, makes sure that it is the right server, and signs in. */
    Visit open() throws Outage;

    /** One connection. */
    interface Visit extends AutoCloseable {
        /** The plain files of the folder, in no order. */
        List<DroppedFile> list() throws Outage;

        /** A file as it is now; empty when it is gone. */
        Optional<DroppedFile> now(DroppedFile file) throws Outage;

        /** The bytes of a file; of a longer one the first {@code most}. */
        byte[] raw(DroppedFile file, int most) throws Outage;

        void delete(DroppedFile file) throws Outage;

        /** Moves a file to the folder for that, which is made when it is missing; none that lies there is overwritten. */
        void move(DroppedFile file) throws Outage;

        @Override
        void close();
    }

    /** The right one for the scheme; throws {@link IllegalArgumentException} when a key or trust file cannot be read. */
    static Drop of(DropConfig config, SignIn signIn, Limits limits) {
        return switch (config.scheme()) {
            case FTP, FTPS -> new FtpDrop(config, signIn, limits);
            case SFTP -> new SftpDrop(config, signIn, limits);
        };
    }

    /**
     * Who we are to the server.
     *
     * @param password of the user, or of the key file; may be empty
     */
    record SignIn(String user, String password) {}
}
