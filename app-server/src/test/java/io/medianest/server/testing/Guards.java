package io.medianest.server.testing;

import io.medianest.server.platform.Secret;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.GuardPolicy;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Guards and settings for tests of clients.
public final class Guards {
    private Guards() {}

    /// A guard that does not wait between attempts.
    public static Guard impatient(GuardPolicy policy) {
        return new Guard(policy, Clock.systemUTC(), pause -> {});
    }

    public static ServiceSettings settings(URI url, @Nullable String key) {
        return new ServiceSettings(url, key == null ? null : new Secret(key), null);
    }

    public static ServiceSettings notConfigured() {
        return new ServiceSettings(null, null, "no address is set");
    }
}
