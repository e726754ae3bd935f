package io.medianest.desktop;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.application.Platform;

/// Watches how long the FX thread is held up by code of ours. It counts neither the time in which the system let other
/// programs run nor collections of garbage: only the thread's own work, and its waiting, with our code on its stack the
/// whole time.
///
/// It may never wait longer than [#LIMIT] for anything else, be it a lock, a file, another program or the network. Nor
/// may it work longer, but while a screen is opened for the first time Java loads and interprets what it is made of,
/// and how long that takes says more of the machine than of the screen: work counts only where
/// `-Dmedianest.fx-watchdog=strict` asks for it.
public final class FxWatchdog implements AutoCloseable {
    /// Longer than that people notice.
    public static final Duration LIMIT = Duration.ofMillis(50);

    private static final boolean STRICT = "strict".equals(System.getProperty("medianest.fx-watchdog"));
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
    /// What comes between two looks beyond that, the system gave to others.
    private static final long COUNTED_AT_MOST = BETWEEN_LOOKS.multipliedBy(2).toNanos();
    private static final String OURS = "io.medianest.";
    /// Whoever is in a native method of these waits for the system, and for what is behind it, though Java calls such a
    /// thread runnable.
    private static final List<String> TO_THE_SYSTEM =
            List.of("java.io.", "java.net.", "java.util.prefs.", "sun.nio.", "java.lang.ProcessImpl");
    /// What reads classes and style sheets where they are first used, which nobody can do elsewhere.
    private static final List<String> LOADERS = List.of("jdk.internal.loader.", "com.sun.javafx.css.StyleManager");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Thread fx = FxToolkit.call(Thread::currentThread);
    private final QueueForProcessor queue = FxToolkit.call(QueueForProcessor::ofThisThread);
    private final List<String> blocks = new CopyOnWriteArrayList<>();
    private final Thread watcher =
            Thread.ofPlatform().daemon().name("fx-watchdog").unstarted(this::watch);
    private volatile boolean over;

    private final boolean judgesWork;

    private FxWatchdog(boolean judgesWork) {
        this.judgesWork = judgesWork;
    }

    /// Watches from now on.
    public static FxWatchdog begin() {
        return begun(new FxWatchdog(STRICT));
    }

    /// As [#begin()], of work as well.
    static FxWatchdog strict() {
        return begun(new FxWatchdog(true));
    }

    private static FxWatchdog begun(FxWatchdog watchdog) {
        watchdog.watcher.start();
        return watchdog;
    }

    /// Where the FX thread was held up for too long.
    public List<String> blocks() {
        return List.copyOf(blocks);
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(watcher);
    }

    private void watch() {
        while (!over) {
            var pulse = new Pulse();
            Platform.runLater(pulse);
            new Look().until(pulse);
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /// A piece of work that the FX thread comes to when it is free.
    private static final class Pulse implements Runnable {
        private volatile boolean done;

        @Override
        public void run() {
            done = true;
        }
    }

    /// One wait for the FX thread.
    private final class Look {
        private long worked;
        private long waited;
        private long cpuBefore = cpu();
        private long timeBefore = System.nanoTime();
        private long queuedBefore = queue.nanos();
        private List<StackTraceElement> workedAt = new ArrayList<>();
        private List<StackTraceElement> waitedAt = new ArrayList<>();

        void until(Pulse pulse) {
            while (!pulse.done && !over) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                sample();
            }
            note();
        }

        private void sample() {
            boolean parked = fx.getState() != Thread.State.RUNNABLE;
            StackTraceElement[] stack = fx.getStackTrace();
            boolean waits = parked || isInSystem(stack);
            long cpu = cpu();
            long time = System.nanoTime();
            long queued = queue.nanos();
            if (isOurs(stack)) {
                if (waits) {
                    waited += Math.clamp(time - timeBefore - (queued - queuedBefore), 0, COUNTED_AT_MOST);
                    waitedAt = Arrays.asList(stack);
                } else {
                    worked += Math.min(cpu - cpuBefore, time - timeBefore);
                    workedAt = Arrays.asList(stack);
                }
            } else {
                note();
            }
            cpuBefore = cpu;
            timeBefore = time;
            queuedBefore = queued;
        }

        /// Something else came between: what was counted so far ends here.
        private void note() {
            if (waited > LIMIT.toNanos() || (judgesWork && waited + worked > LIMIT.toNanos())) {
                blocks.add("The FX thread was held up for %d ms, of which it waited %d ms:%n%s"
                        .formatted(
                                Duration.ofNanos(waited + worked).toMillis(),
                                Duration.ofNanos(waited).toMillis(),
                                (waited > LIMIT.toNanos() ? waitedAt : workedAt)
                                        .stream()
                                                .map(frame -> "    at " + frame)
                                                .collect(Collectors.joining("\n"))));
            }
            worked = 0;
            waited = 0;
        }
    }

    private static boolean isInSystem(StackTraceElement... stack) {
        return stack.length > 0
                && stack[0].isNativeMethod()
                && TO_THE_SYSTEM.stream().anyMatch(stack[0].getClassName()::startsWith)
                && Arrays.stream(stack).noneMatch(frame -> LOADERS.stream().anyMatch(frame.getClassName()::startsWith));
    }

    /// How long a thread could have gone on and others had the processors. Linux tells; elsewhere it counts as waiting.
    private record QueueForProcessor(Path statistics) {
        static QueueForProcessor ofThisThread() {
            Path self = Path.of("/proc/thread-self");
            try {
                return new QueueForProcessor(
                        self.resolveSibling(Files.readSymbolicLink(self)).resolve("schedstat"));
            } catch (IOException | UnsupportedOperationException _) {
                return new QueueForProcessor(self);
            }
        }

        long nanos() {
            try {
                return Long.parseLong(Files.readString(statistics).strip().split(" ", -1)[1]);
            } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException _) {
                return 0;
            }
        }
    }

    private long cpu() {
        return THREADS.getThreadCpuTime(fx.threadId());
    }

    /// Not what tests themselves do there: they look at the window, and photograph it.
    private static boolean isOurs(StackTraceElement... stack) {
        boolean test = Arrays.stream(stack).anyMatch(FxWatchdog::isTest);
        return !test
                && Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(OURS));
    }

    private static boolean isTest(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith(FxToolkit.class.getName())
                || name.startsWith(DemoWindow.class.getName())
                || (name.startsWith(OURS) && name.replaceAll("\\$.*", "").endsWith("ScreenshotTest"));
    }
}
