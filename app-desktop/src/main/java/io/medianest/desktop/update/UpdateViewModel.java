package io.medianest.desktop.update;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.Release;
import io.medianest.desktop.api.ReleaseSource;
import io.medianest.desktop.ui.Async;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for a newer version at the start, once a day, and when the address changes. What goes wrong meanwhile is no
/// news for anybody: it stands in the log, and beside the address in the settings.
public final class UpdateViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateViewModel.class);
    private static final Duration TYPED = Duration.ofSeconds(1);
    private static final Duration DAILY = Duration.ofDays(1);

    private final ReleaseSource source;
    private final UpdateSettings settings;
    private final Optional<VersionNumber> installed;
    private final Async async;
    private final ReadOnlyObjectWrapper<@Nullable Release> newer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Release> heard = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ApiException> problem = new ReadOnlyObjectWrapper<>();
    private Subscription following = Subscription.EMPTY;

    /// @param installed the version of this program
    public UpdateViewModel(ReleaseSource source, UpdateSettings settings, String installed, Async async) {
        this.source = source;
        this.settings = settings;
        this.installed = VersionNumber.of(installed);
        this.async = async;
    }

    /// Looks now, and from now on.
    public void start() {
        lookAfter(Duration.ZERO);
        following = settings.addressProperty().subscribe((_, _) -> {
            newer.set(null);
            heard.set(null);
            problem.set(null);
            lookAfter(TYPED);
        });
    }

    public void stop() {
        following.unsubscribe();
        async.cancel(this);
    }

    /// The newer version that there is; null when there is none, or none that the person wants to hear of.
    public ReadOnlyObjectProperty<@Nullable Release> newerProperty() {
        return newer.getReadOnlyProperty();
    }

    /// What the last look brought, newer or not; null when it brought nothing.
    public ReadOnlyObjectProperty<@Nullable Release> heardProperty() {
        return heard.getReadOnlyProperty();
    }

    /// Why the last look brought nothing; null when it did.
    public ReadOnlyObjectProperty<@Nullable ApiException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public UpdateSettings settings() {
        return settings;
    }

    /// Says no more of this version, until there is one after it.
    public void skip() {
        Release release = newer.get();
        if (release != null) {
            settings.skip(release.version());
            newer.set(null);
        }
    }

    /// Says no more of it until the next start.
    public void later() {
        newer.set(null);
        async.cancel(this);
    }

    private void lookAfter(Duration delay) {
        String address = settings.addressProperty().get().strip();
        if (address.isEmpty()) {
            async.cancel(this);
            return;
        }
        async.latest(this, delay, () -> source.newest(address)).then(this::heard, this::failed);
    }

    private void heard(Release release) {
        problem.set(null);
        newer.set(isNews(release) ? release : null);
        heard.set(release);
        lookAfter(DAILY);
    }

    private boolean isNews(Release release) {
        return !release.version().equals(settings.skipped()) && isNewer(release);
    }

    /// Whether it is newer than this program, whatever the person wants to hear.
    boolean isNewer(Release release) {
        return VersionNumber.of(release.version())
                .flatMap(said -> installed.map(have -> said.compareTo(have) > 0))
                .orElse(false);
    }

    private void failed(ApiException failure) {
        LOG.info("No news of newer versions: {}", failure.message());
        heard.set(null);
        problem.set(failure);
        lookAfter(DAILY);
    }
}
