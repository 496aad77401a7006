package org.wirebell.bench.live;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** All hosts, each at an address of its own on this machine, and the book of who asked what of whom. */
final class Publishers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<ServerSocket> sockets = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final Queue<Visit> visits = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService busy = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("hostile-", 0).factory());
    private final LongSupplier clock;

    /** @param clock milliseconds from the start of the run */
    Publishers(List<Host> hosts, LongSupplier clock) throws IOException {
        this.clock = clock;
        for (int number = 0; number < hosts.size(); number++) {
            var socket = new ServerSocket();
            sockets.add(socket);
            socket.bind(new InetSocketAddress(Scenario.host(number), 0));
            var host = hosts.get(number);
            addresses.add(host.scheme() + "://" + socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort()
                    + "/feed");
            var door = new Door(number, host);
            (host.isBusy() ? busy : threads).execute(() -> accept(socket, door, host.isBusy() ? busy : threads));
        }
    }

    /** Of the feeds, in the order of the hosts. */
    List<String> addresses() {
        return addresses;
    }

    Visit.Book book() {
        return new Visit.Book(List.copyOf(visits));
    }

    private void accept(ServerSocket socket, Door door, ExecutorService answering) {
        while (!socket.isClosed()) {
            try {
                var visitor = socket.accept();
                answering.execute(() -> door.open(visitor));
            } catch (IOException _) { // closed: the run is over
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
        busy.shutdownNow();
    }

    /** Where one host is asked. */
    private final class Door {
        private final int number;
        private final Host host;
        private final AtomicInteger busy = new AtomicInteger();
        private final AtomicBoolean known = new AtomicBoolean();
        private final AtomicLong aloneUntil = new AtomicLong(Long.MIN_VALUE);

        Door(int number, Host host) {
            this.number = number;
            this.host = host;
        }

        void open(Socket visitor) {
            long now = clock.getAsLong();
            int others = busy.getAndIncrement();
            try (visitor) {
                visitor.setSoTimeout((int) PATIENCE.toMillis());
                visitor.setTcpNoDelay(true);
                answer(visitor, now, others);
            } catch (IOException _) { // they have gone, which is what most of the hostile hosts are for
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                busy.decrementAndGet();
            }
        }

        private void answer(Socket visitor, long now, int others) throws IOException, InterruptedException {
            var wire = new Wire(visitor, time -> aloneUntil.set(now + time));
            Request request;
            try {
                request = Request.read(visitor.getInputStream());
            } catch (SocketException e) { // gone without a word
                throw e;
            } catch (IOException _) {
                request = new Request("", Map.of());
            }
            long early = aloneUntil.get() == Long.MIN_VALUE ? 0 : Math.max(0, aloneUntil.get() - now);
            visits.add(new Visit(number, now, request.isConditional(), known.get(), others, early));
            host.answer(request, wire, now);
            known.compareAndSet(false, host.validates());
        }
    }
}
