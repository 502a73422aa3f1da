// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.raw;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Connections without any HTTP client, which would read ahead or tidy up. */
public final class Wires {
    private static final int RECEIVE_BUFFER = 16 * 1024;
    private static final int PATIENCE = 30_000;

    private Wires() {}

    /** Sends a chat request and reads nothing. Closing the socket drops the connection. */
    public static Socket post(URI baseUrl, String model, boolean stream) throws IOException {
        String body = "{\"model\":\"" + model + "\",\"stream\":" + stream
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"Hello!\"}]}";
        String head = "POST " + baseUrl.getPath() + "/chat/completions HTTP/1.1\r\nHost: " + baseUrl.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        Socket socket = new Socket();
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        socket.setSoTimeout(PATIENCE);
        socket.connect(new InetSocketAddress(baseUrl.getHost(), baseUrl.getPort()));
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
