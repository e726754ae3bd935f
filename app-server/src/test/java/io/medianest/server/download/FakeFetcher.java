package io.medianest.server.download;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.MediaPreview;
import io.medianest.model.download.PlaylistEntry;
import io.medianest.model.download.PlaylistMetadata;
import io.medianest.model.download.VideoMetadata;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.Cache.Copy;
import io.medianest.server.ytdlp.AddressRules;
import io.medianest.server.ytdlp.Fetch;
import io.medianest.server.ytdlp.FetchException;
import io.medianest.server.ytdlp.FetchFailure;
import io.medianest.server.ytdlp.FetchListener;
import io.medianest.server.ytdlp.FetchOrder;
import io.medianest.server.ytdlp.FetchProgress;
import io.medianest.server.ytdlp.FetchStoppedException;
import io.medianest.server.ytdlp.FetchedFile;
import io.medianest.server.ytdlp.FoundVideo;
import io.medianest.server.ytdlp.Leftovers;
import io.medianest.server.ytdlp.VideoAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// A program that fetches what it is told, when it is told: each download leaves a `.part` file, and becomes
/// a file of its own once the test lets it. It understands real addresses. Thread-safe.
final class FakeFetcher implements Fetcher {
    /// The ids of all videos that were begun, in that order.
    final List<String> begun = new CopyOnWriteArrayList<>();
    final Map<String, Running> running = new ConcurrentHashMap<>();
    final Map<String, MediaPreview> previews = new ConcurrentHashMap<>();
    final Map<String, MediaNestException> troubles = new ConcurrentHashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    /// Videos that were worked on twice at the same time: none, if all is well.
    final List<String> doubled = new CopyOnWriteArrayList<>();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    final AtomicInteger tidied = new AtomicInteger();
    final List<FetchOrder> orders = new CopyOnWriteArrayList<>();

    /// Whether each download ends well by itself.
    volatile boolean quick;

    /// Whether nobody can tell which process it is.
    volatile boolean nameless;

    /// What happens while somebody looks what is behind an address.
    volatile Runnable meanwhile = () -> {};

    /// Processes do not come to be before it is open.
    volatile CountDownLatch gate = new CountDownLatch(0);

    private final AddressRules rules = new AddressRules(Set::of);

    @Override
    public VideoAddress address(String url) {
        return rules.parse(url);
    }

    @Override
    public Copy<MediaPreview> preview(VideoAddress address) {
        asked.add(address.id());
        meanwhile.run();
        var trouble = troubles.get(address.id());
        if (trouble != null) {
            throw trouble;
        }
        var preview = previews.get(address.id());
        if (preview == null) {
            throw new MediaNestException(ErrorCode.NOT_FOUND, "There is nothing at this address.");
        }
        return new Copy<>(preview, Duration.ZERO);
    }

    @Override
    public MediaPreview whole(VideoAddress address) {
        return preview(address).value();
    }

    /// Makes a playlist known, of the given videos.
    String playlist(String id, String... videos) {
        var entries = IntStream.range(0, videos.length)
                .mapToObj(i -> new PlaylistEntry(
                        i + 1,
                        videos[i],
                        "Title of " + videos[i],
                        60L,
                        DownloadDesk.url(videos[i]),
                        "Uploader",
                        "https://i.ytimg.com/vi/" + videos[i] + "/hqdefault.jpg"))
                .toList();
        var url = "https://www.youtube.com/playlist?list=" + id;
        previews.put(id, new PlaylistMetadata(id, url, "List " + id, null, null, "Uploader", videos.length, entries));
        return url;
    }

    /// Makes the title of a video known before it is loaded.
    void video(String id) {
        previews.put(
                id,
                new VideoMetadata(
                        id,
                        DownloadDesk.url(id),
                        "Title of " + id,
                        null,
                        60L,
                        null,
                        "Uploader",
                        null,
                        null,
                        false,
                        List.of(),
                        List.of()));
    }

    @Override
    public Fetch start(FetchOrder order, FetchListener listener) {
        var fetch = new Running(order, listener);
        begun.add(order.address().id());
        orders.add(order);
        if (running.putIfAbsent(order.address().id(), fetch) != null) {
            doubled.add(order.address().id());
        }
        mostAtOnce.accumulateAndGet(running.size(), Math::max);
        passGate();
        fetch.begin();
        if (quick) {
            fetch.finish();
        }
        return fetch;
    }

    private void passGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void tidy() {
        tidied.incrementAndGet();
    }

    /// How many have begun and wait for their end.
    long ready() {
        return running.values().stream().filter(Running::isReady).count();
    }

    /// One download under way.
    final class Running implements Fetch {
        private final FetchOrder order;
        private final FetchListener listener;
        private volatile boolean ready;
        private final BlockingQueue<Ending> endings = new LinkedBlockingQueue<>();

        Running(FetchOrder order, FetchListener listener) {
            this.order = order;
            this.listener = listener;
        }

        private interface Ending {
            FetchedFile take();
        }

        private FoundVideo video() {
            var id = order.address().id();
            return new FoundVideo(id, "Title of " + id, "Uploader", null, 60L, "https://pictures.invalid/" + id);
        }

        private Path part() {
            return order.temp().resolve("video.part");
        }

        /// As a process does, it goes on with what is there.
        private void begin() {
            try {
                Files.createDirectories(order.temp());
                var lines =
                        Files.exists(part()) ? new ArrayList<>(Files.readAllLines(part())) : new ArrayList<String>();
                lines.add("begun");
                Files.write(part(), lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            listener.found(video());
            ready = true;
        }

        boolean isReady() {
            return ready;
        }

        /// How often the file at hand was begun or gone on with.
        int attempts() throws IOException {
            return Files.readAllLines(part()).size();
        }

        void progress(double percent) {
            listener.progress(new FetchProgress(percent, (long) (percent * 10), 1000L, 500L, 72L));
        }

        void finish() {
            endings.add(this::file);
        }

        void fail(FetchFailure failure) {
            endings.add(() -> {
                throw new FetchException(failure);
            });
        }

        /// A defect of the program.
        void breakDown() {
            endings.add(() -> {
                throw new IllegalStateException("broken");
            });
        }

        private FetchedFile file() {
            try {
                var id = order.address().id();
                var directory = Files.createDirectories(order.home().resolve("Uploader"));
                var file = Files.writeString(
                        directory.resolve("%s [%s].%s".formatted(video().title(), id, extension())),
                        order.selection().quality().wireName());
                var thumb =
                        Files.writeString(directory.resolve("%s [%s]-thumb.jpg".formatted(video().title(), id)), "");
                Files.delete(part());
                return new FetchedFile(file, Files.size(file), video(), List.of(thumb));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String extension() {
            return order.selection().format().wireName();
        }

        /// Of no process.
        @Override
        public long pid() {
            if (nameless) {
                throw new IllegalStateException("no process");
            }
            return Integer.MAX_VALUE;
        }

        /// More of the file is there.
        void grow(int bytes) {
            try {
                Files.write(order.temp().resolve("stream.part"), new byte[bytes]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public FetchedFile await() throws InterruptedException {
            try {
                return endings.take().take();
            } finally {
                running.remove(order.address().id(), this);
            }
        }

        @Override
        public void stop(Leftovers leftovers) {
            try {
                if (leftovers == Leftovers.DELETE) {
                    Files.deleteIfExists(part());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            endings.add(() -> {
                throw new FetchStoppedException();
            });
            // As the real one, it returns when the process is gone.
            running.remove(order.address().id(), this);
        }
    }
}
