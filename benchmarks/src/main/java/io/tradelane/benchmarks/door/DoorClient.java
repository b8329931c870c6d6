package io.tradelane.benchmarks.door;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive connection to the HTTP door, with as little of its own as HTTP/1.1 allows: it shares the processor with what it measures. */
final class DoorClient implements AutoCloseable {
    private final int port;
    private final String head;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    DoorClient(int port, String apiKey) throws IOException {
        this.port = port;
        socket = connect();
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream(), 32 * 1024);
        head = "POST /api/v1/interchanges HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer " + apiKey
                + "\r\nContent-Type: application/EDIFACT\r\nContent-Length: ";
    }

    private Socket connect() throws IOException {
        Socket connected = new Socket("127.0.0.1", port);
        connected.setTcpNoDelay(true);
        connected.setSoTimeout(120_000);
        return connected;
    }

    /** @throws IOException unless the answer is 202 */
    void post(byte[] body) throws IOException {
        int status = send(body);
        if (status != 202) {
            throw new IOException("the door answered " + status);
        }
    }

    /** @return status of the answer */
    int send(byte[] body) throws IOException {
        out.write((head + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
        String status = line();
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            last |= lower.equals("connection: close");
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        if (chunked) {
            for (int size = chunk(); size > 0; size = chunk()) {
                in.skipNBytes(size + 2L);
            }
            line();
        } else {
            in.skipNBytes(length);
        }
        if (last) {
            socket.close();
            socket = connect();
            in = new BufferedInputStream(socket.getInputStream());
            out = new BufferedOutputStream(socket.getOutputStream(), 32 * 1024);
        }
        return Integer.parseInt(status.split(" ")[1]);
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the door closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
