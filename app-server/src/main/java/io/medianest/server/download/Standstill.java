package io.medianest.server.download;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What keeps all downloads from being loaded, whichever it is: yt-dlp is being updated, the host wants to
/// be left alone. They all wait then, and one at a time tries whether it is over. Who met it while others
/// got through has a trouble of their own, and holds up nobody a second time. Thread-safe.
final class Standstill {
    /// Before the first try; before each further one it is twice as long.
    static final Duration PAUSE = Duration.ofSeconds(60);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private static final Duration LEAD = Duration.ofSeconds(10);

    private final Clock clock;
    private final Set<String> suspects = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private @Nullable String sentence;
    private Duration pause = PAUSE;
    private Instant since = Instant.EPOCH;
    private @Nullable String trying;

    Standstill(Clock clock) {
        this.clock = clock;
    }

    /// Why nothing is begun, in a sentence for people.
    synchronized Optional<String> problem() {
        return Optional.ofNullable(sentence);
    }

    /// Whether one more may begin: any while all is well, now and then one to try.
    synchronized boolean mayBegin() {
        return sentence == null || (trying == null && isTime());
    }

    /// In both directions, lest a clock that is set back prolongs it.
    private boolean isTime() {
        return Duration.between(since, clock.instant()).abs().compareTo(pause) >= 0;
    }

    /// So long who met it waits in all: others are to try before.
    synchronized Duration longPause() {
        return pause.plus(LEAD);
    }

    synchronized void begun(String id) {
        if (sentence != null) {
            trying = id;
        }
    }

    /// One has met something that others would meet as well.
    ///
    /// @param longest before the next one tries
    /// @return whether it is taken for that, and not for a trouble of this download alone
    synchronized boolean met(String id, String what, Duration longest) {
        if (sentence == null && known.contains(id)) {
            return false;
        }
        if (id.equals(trying)) {
            pause = pause.multipliedBy(2);
        }
        if (pause.compareTo(longest) > 0) {
            pause = longest;
        }
        sentence = what;
        since = clock.instant();
        suspects.add(id);
        return true;
    }

    /// One got through. What began before the trouble did says nothing about it.
    synchronized void passed(String id) {
        known.remove(id);
        suspects.remove(id);
        if (id.equals(trying)) {
            known.addAll(suspects);
            suspects.clear();
            sentence = null;
            pause = PAUSE;
            trying = null;
        }
    }

    synchronized void ended(String id) {
        if (id.equals(trying)) {
            trying = null;
        }
    }

    /// Who met it, and waits.
    synchronized Set<String> suspects() {
        return Set.copyOf(suspects);
    }

    /// Somebody may have put it right: it is tried at once.
    synchronized void lookAgain() {
        since = Instant.EPOCH;
        pause = PAUSE;
        known.clear();
    }
}
