package io.medianest.server.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A mail server on the loopback address: takes every mail, but those to `nobody@…`.
public final class MailBox implements AutoCloseable {
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private volatile boolean curt;

    private MailBox(ServerSocket server) {
        this.server = server;
    }

    public static MailBox open() {
        try {
            var box = new MailBox(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            box.threads.execute(box::accept);
            return box;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "smtp://127.0.0.1:" + server.getLocalPort();
    }

    /// From now on it answers no good-bye, and waits until the other hangs up.
    public void leaveWithoutWord() {
        curt = true;
    }

    /// All that came, head and text.
    public List<String> mails() {
        return List.copyOf(mails);
    }

    private void accept() {
        while (true) {
            try {
                var client = server.accept();
                threads.execute(() -> talk(client));
            } catch (IOException e) {
                return; // Closed.
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            say(client, "220 box");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.startsWith("QUIT")) {
                    say(client, answer(client, in, line));
                } else if (!curt) {
                    say(client, "221 bye");
                    return;
                }
            }
        } catch (SocketException e) {
            // Whoever spoke has hung up.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer(Socket client, BufferedReader in, String line) throws IOException {
        if (line.startsWith("RCPT TO:<nobody@")) {
            return "550 no such person";
        }
        if (!line.startsWith("DATA")) {
            return "250 fine";
        }
        say(client, "354 go on");
        var mail = new StringBuilder();
        for (var text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
            mail.append(text).append('\n');
        }
        mails.add(mail.toString());
        return "250 taken";
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
