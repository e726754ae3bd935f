package io.medianest.desktop.ui;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.PictureSource;
import io.medianest.model.api.ErrorCode;
import java.io.ByteArrayInputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pictures, fetched and decoded away from the FX thread at the size in which they are shown, and kept while there is
/// room. What is scrolled away before its turn is never fetched; the same picture is fetched once however often it is
/// shown. What cannot be had just now is tried again for as long as somebody looks, ever more seldom. To be called on
/// the FX thread.
public final class PictureStore {
    private static final Logger LOG = LoggerFactory.getLogger(PictureStore.class);
    /// Some 1,000 posters, or 250 on a screen of twice the density.
    private static final long ROOM_IN_BYTES = 160L << 20;

    private static final int BYTES_A_PIXEL = 4;
    private static final int AS_IT_IS = 0;
    private static final int AT_ONCE = 8;
    /// Sizes are rounded up to a multiple of it: a window that is being resized does not decode anew each time, and
    /// what is drawn a little smaller than it was decoded still has smooth edges.
    static final int STEP = 8;
    /// Decoding is work and not waiting: one core is left for the window itself.
    private static final int CORES = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    /// A picture that is not there for minutes is asked for again when it is shown again.
    private static final int TRIES = 7;

    private static final Duration FIRST_REST = Duration.ofSeconds(2);

    private final PictureSource source;
    private final Executor io;
    private final Executor ui;
    private final Async.Pause pause;
    private final long room;
    private final Semaphore cores = new Semaphore(CORES);
    private final Map<Wanted, Image> kept = new LinkedHashMap<>(256, 0.75f, true);
    private final Map<Wanted, Order> waiting = new LinkedHashMap<>();
    private final Map<Wanted, Order> running = new LinkedHashMap<>();
    /// What failed and is tried again after a while, whether somebody looks meanwhile or not.
    private final Map<Wanted, Order> resting = new LinkedHashMap<>();
    private long keptBytes;

    private record Wanted(
            String address, int width, @Nullable PictureShape shape) {}

    /// A picture on its way.
    @FunctionalInterface
    public interface Ticket {
        /// Nobody looks any more.
        void cancel();
    }

    /// Who waits for a picture. Whether anybody still does is also asked from where it is decoded.
    private static final class Order {
        private final List<Consumer<Image>> consumers = new ArrayList<>();
        private volatile boolean wanted = true;
        /// Nobody wanted it when its turn came. Written before the end is told, read after.
        private boolean passedOver;
        /// Whether another attempt may succeed. Written and read as above.
        private boolean mayCome;
        private int tries;
    }

    /// @param io where pictures are fetched
    /// @param ui runs on the FX thread
    /// @param pause what is waited with between attempts
    public PictureStore(PictureSource source, Executor io, Executor ui, Async.Pause pause) {
        this(source, io, ui, pause, ROOM_IN_BYTES);
    }

    /// As the other, with room for so many bytes.
    PictureStore(PictureSource source, Executor io, Executor ui, Async.Pause pause, long room) {
        this.source = source;
        this.io = io;
        this.ui = ui;
        this.pause = pause;
        this.room = room;
    }

    /// Hands the picture over, at once when it is kept, else as soon as it is there; never when it cannot be had.
    ///
    /// @param address as the server gave it
    /// @param width in pixels of the screen, not of the layout
    public Ticket show(String address, double width, Consumer<Image> consumer) {
        return show(new Wanted(address, stepped(width), null), consumer);
    }

    /// As [#show(String, double, Consumer)], cut to a shape.
    Ticket show(String address, double width, PictureShape shape, Consumer<Image> consumer) {
        return show(new Wanted(address, stepped(width), shape), consumer);
    }

    /// The width in which a picture of this width is decoded.
    static int stepped(double width) {
        return Math.ceilDiv((int) Math.ceil(width), STEP) * STEP;
    }

    /// How much of the memory is in use.
    long keptBytes() {
        return keptBytes;
    }

    /// How many pictures are waited for.
    int awaited() {
        return waiting.size() + running.size() + resting.size();
    }

    private Ticket show(Wanted wanted, Consumer<Image> consumer) {
        Image image = kept.get(wanted);
        if (image != null) {
            consumer.accept(image);
            return () -> {};
        }
        Order known = running.getOrDefault(wanted, resting.get(wanted));
        Order order = known == null ? waiting.computeIfAbsent(wanted, _ -> new Order()) : known;
        order.consumers.add(consumer);
        order.wanted = true;
        beginNext();
        return () -> cancel(wanted, order, consumer);
    }

    private void cancel(Wanted wanted, Order order, Consumer<Image> consumer) {
        order.consumers.remove(consumer);
        if (order.consumers.isEmpty()) {
            order.wanted = false;
            waiting.remove(wanted, order);
        }
    }

    private void beginNext() {
        var first = waiting.entrySet().iterator();
        if (running.size() < AT_ONCE && first.hasNext()) {
            var next = first.next();
            first.remove();
            running.put(next.getKey(), next.getValue());
            begin(next.getKey(), next.getValue());
        }
    }

    private void begin(Wanted wanted, Order order) {
        try {
            io.execute(() -> fetch(wanted, order));
        } catch (RejectedExecutionException _) {
            // The window is closing: nobody looks any more.
            running.clear();
            waiting.clear();
            resting.clear();
        }
    }

    private void rest(Wanted wanted, Order order) {
        Duration time = FIRST_REST.multipliedBy(1L << order.tries);
        order.tries++;
        resting.put(wanted, order);
        try {
            io.execute(() -> sleep(time, () -> rested(wanted, order)));
        } catch (RejectedExecutionException _) {
            resting.clear();
        }
    }

    private void sleep(Duration time, Runnable then) {
        try {
            pause.sleep(time);
            ui.execute(then);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void rested(Wanted wanted, Order order) {
        resting.remove(wanted);
        if (!order.consumers.isEmpty()) {
            waiting.put(wanted, order);
        }
        beginNext();
    }

    private void fetch(Wanted wanted, Order order) {
        Image image = null;
        order.mayCome = false;
        order.passedOver = false;
        try {
            byte[] bytes = source.fetch(wanted.address());
            order.passedOver = !order.wanted;
            image = order.passedOver ? null : decoded(bytes, wanted);
        } catch (ApiException e) {
            LOG.debug("No picture {}: {}", wanted.address(), e.message());
            order.mayCome = isPassing(e);
        } catch (RuntimeException | Error e) {
            // Also when the memory did not suffice: whoever waits in line must have their turn.
            LOG.warn("The picture {} could not be shown", wanted.address(), e);
        }
        Image result = image;
        ui.execute(() -> ended(wanted, order, result));
    }

    /// Nobody answers, somebody else does not, or it was too much at once.
    private static boolean isPassing(ApiException problem) {
        return problem.status() == ApiException.NO_ANSWER
                || problem.status() >= HttpURLConnection.HTTP_INTERNAL_ERROR
                || problem.status() == ErrorCode.RATE_LIMIT_EXCEEDED.httpStatus();
    }

    private @Nullable Image decoded(byte[] bytes, Wanted wanted) {
        cores.acquireUninterruptibly();
        try {
            PictureSize size = PictureSize.of(bytes).orElse(null);
            if (size != null && size.isTooLarge()) {
                LOG.debug("The picture {} is too large: {}", wanted.address(), size);
                return null;
            }
            PictureShape shape = wanted.shape();
            if (shape == null) {
                return decoded(bytes, wanted.width());
            }
            Image image = decoded(bytes, widthToCut(size, wanted.width(), shape));
            return image == null ? null : shape.cut(image, wanted.width());
        } finally {
            cores.release();
        }
    }

    /// Small ones are cut as they are; of what is large, or nobody knows how large, most is left out.
    private static int widthToCut(@Nullable PictureSize size, int width, PictureShape shape) {
        if (size == null) {
            return width * 2;
        }
        return size.isLarge() ? size.widthFor(width * 2, width / shape.ratio()) : AS_IT_IS;
    }

    private static @Nullable Image decoded(byte[] bytes, int width) {
        var image = new Image(new ByteArrayInputStream(bytes), width, 0, true, true);
        if (image.isError()) {
            LOG.debug("A picture cannot be read", image.getException());
            return null;
        }
        return image;
    }

    private void ended(Wanted wanted, Order order, @Nullable Image image) {
        running.remove(wanted);
        if (image != null) {
            keep(wanted, image);
            List.copyOf(order.consumers).forEach(consumer -> consumer.accept(image));
        } else if (order.passedOver && !order.consumers.isEmpty()) {
            waiting.put(wanted, order);
        } else if (order.mayCome && order.tries < TRIES) {
            rest(wanted, order);
        }
        beginNext();
    }

    private void keep(Wanted wanted, Image image) {
        kept.put(wanted, image);
        keptBytes += bytes(image);
        var oldest = kept.entrySet().iterator();
        while (keptBytes > room && oldest.hasNext()) {
            keptBytes -= bytes(oldest.next().getValue());
            oldest.remove();
        }
    }

    private static long bytes(Image image) {
        return Math.round(image.getWidth() * image.getHeight() * BYTES_A_PIXEL);
    }
}
