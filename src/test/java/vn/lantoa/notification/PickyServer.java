package vn.lantoa.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Stands before a real SMTP server and answers 550 to recipients whose address has a certain beginning. */
class PickyServer implements AutoCloseable {

    private final ServerSocket door;
    private final int behind;
    private final String unwanted;

    PickyServer(int behind, String unwanted) throws IOException {
        this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.behind = behind;
        this.unwanted = unwanted;
        daemon(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), behind);
                daemon(() -> answers(server, client));
                daemon(() -> questions(client, server));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answers(Socket server, Socket client) {
        try (client) {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException gone) {
            return;
        }
    }

    private void questions(Socket client, Socket server) {
        try (server;
                var lines = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("RCPT TO:<" + unwanted)) {
                    write(client, "550 5.1.1 No such user here");
                } else {
                    write(server, line);
                }
            }
        } catch (IOException gone) {
            return;
        }
    }

    private static void write(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "picky-server");
        thread.setDaemon(true);
        thread.start();
    }
}
