package io.medianest.desktop.ui;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.PictureSource;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pictures, fetched and decoded away from the FX thread at the size in which they are shown, and kept while there is
/// room. To be called on the FX thread.
public final class PictureStore {
    private static final Logger LOG = LoggerFactory.getLogger(PictureStore.class);
    private static final long ROOM_IN_BYTES = 160L << 20;
    private static final int BYTES_A_PIXEL = 4;
    private static final int AT_ONCE = 8;
    /// Sizes are rounded up to a multiple of it, so that a window that is being resized does not decode anew each time.
    private static final int STEP = 32;

    private final PictureSource source;
    private final Executor io;
    private final Executor ui;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Map<Wanted, Image> kept = new LinkedHashMap<>(256, 0.75f, true);
    private long keptBytes;

    private record Wanted(String address, int width) {}

    /// A picture on its way.
    @FunctionalInterface
    public interface Ticket {
        /// Nobody looks any more.
        void cancel();
    }

    public PictureStore(PictureSource source, Executor io, Executor ui) {
        this.source = source;
        this.io = io;
        this.ui = ui;
    }

    /// Hands the picture over, at once when it is kept, else as soon as it is there; never when it cannot be had.
    ///
    /// @param address as the server gave it
    /// @param width in pixels of the screen, not of the layout
    public Ticket show(String address, double width, Consumer<Image> consumer) {
        var wanted = new Wanted(address, Math.ceilDiv((int) Math.ceil(width), STEP) * STEP);
        Image image = kept.get(wanted);
        if (image != null) {
            consumer.accept(image);
            return () -> {};
        }
        return fetch(wanted, consumer);
    }

    private Ticket fetch(Wanted wanted, Consumer<Image> consumer) {
        var order = new Order(consumer);
        var task = new FutureTask<@Nullable Void>(() -> deliver(wanted, order), null);
        io.execute(task);
        return () -> {
            order.cancelled = true;
            task.cancel(true);
        };
    }

    private static final class Order {
        private final Consumer<Image> consumer;
        private boolean cancelled;

        private Order(Consumer<Image> consumer) {
            this.consumer = consumer;
        }
    }

    private void deliver(Wanted wanted, Order order) {
        try {
            turns.acquire();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            Image image = decoded(source.fetch(wanted.address()), wanted.width());
            if (!image.isError()) {
                ui.execute(() -> arrived(wanted, image, order));
            }
        } catch (ApiException e) {
            LOG.debug("No picture {}: {}", wanted.address(), e.message());
        } finally {
            turns.release();
        }
    }

    private static Image decoded(byte[] bytes, int width) {
        return new Image(new ByteArrayInputStream(bytes), width, 0, true, true);
    }

    private void arrived(Wanted wanted, Image image, Order order) {
        keep(wanted, image);
        if (!order.cancelled) {
            order.consumer.accept(image);
        }
    }

    private void keep(Wanted wanted, Image image) {
        if (kept.put(wanted, image) == null) {
            keptBytes += bytes(image);
        }
        var oldest = kept.entrySet().iterator();
        while (keptBytes > ROOM_IN_BYTES && oldest.hasNext()) {
            keptBytes -= bytes(oldest.next().getValue());
            oldest.remove();
        }
    }

    private static long bytes(Image image) {
        return Math.round(image.getWidth() * image.getHeight() * BYTES_A_PIXEL);
    }
}
