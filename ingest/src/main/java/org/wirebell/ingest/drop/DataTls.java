package org.wirebell.ingest.drop;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPSClient;
import org.jspecify.annotations.Nullable;

/**
 * FTPS whose data connections resume the TLS session of the control connection, which many servers demand as proof that
 * both come from the same client. Java finds a session by host and port, so the data connections carry those of the control
 * connection. They check the certificate as that one does.
 */
final class DataTls extends FTPSClient {
    private final SSLContext trust;
    private boolean protects;

    DataTls(boolean fromTheFirstByte, SSLContext trust) {
        super(fromTheFirstByte, trust);
        this.trust = trust;
    }

    /** From now on data connections are encrypted too. */
    void protectData() throws IOException {
        execPBSZ(0);
        execPROT("P");
        setSocketFactory(null); // plain ones, to be wrapped below
        protects = true;
    }

    @Override
    protected @Nullable Socket _openDataConnection_(String command, String argument) throws IOException {
        var plain = super._openDataConnection_(command, argument);
        if (plain == null || !protects) {
            return plain;
        }
        var data = (SSLSocket) trust.getSocketFactory().createSocket(plain, _hostname_, getRemotePort(), true);
        var parameters = data.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        data.setSSLParameters(parameters);
        data.startHandshake();
        return data;
    }
}
