package org.countersign.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A mail server that takes every mail and keeps none, so that the measured server sends its acknowledgements as in real life. */
final class MailSink implements AutoCloseable {

    private final ServerSocket socket;

    MailSink() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    Map<String, String> settings() {
        return Map.of(
                "COUNTERSIGN_SMTP_HOST", "127.0.0.1",
                "COUNTERSIGN_SMTP_PORT", Integer.toString(socket.getLocalPort()),
                "COUNTERSIGN_SMTP_TLS", "none");
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                daemon(() -> converse(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void converse(Socket connection) {
        try (connection;
                BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = connection.getOutputStream();
            say(out, "220 sink");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data) {
                    if (line.equals(".")) {
                        data = false;
                        say(out, "250 taken");
                    }
                } else if (line.regionMatches(true, 0, "DATA", 0, 4)) {
                    data = true;
                    say(out, "354 go on");
                } else if (line.regionMatches(true, 0, "QUIT", 0, 4)) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 sink");
                }
            }
        } catch (IOException gone) {
            // The other side has left; there is nobody to tell.
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "mail-sink");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
