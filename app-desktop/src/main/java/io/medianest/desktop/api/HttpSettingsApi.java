package io.medianest.desktop.api;

import io.medianest.model.settings.Discovery;
import io.medianest.model.settings.ServiceTest;
import io.medianest.model.settings.SettingChanges;
import io.medianest.model.settings.SettingList;
import java.time.Duration;

/// Settings over HTTP.
final class HttpSettingsApi implements SettingsApi {
    private static final Duration TRIAL_LIMIT = Duration.ofMinutes(1);

    private final HttpCalls calls;

    HttpSettingsApi(HttpCalls calls) {
        this.calls = calls;
    }

    @Override
    public SettingList list() {
        return calls.get(Address.of("admin/settings"), SettingList.class);
    }

    @Override
    public SettingList change(SettingChanges changes) {
        return calls.put(Address.of("admin/settings"), changes, SettingList.class);
    }

    @Override
    public ServiceTest test(String service, SettingChanges values) {
        return calls.post(Address.of("admin/settings/test", service), values, ServiceTest.class, TRIAL_LIMIT);
    }

    @Override
    public Discovery discover() {
        return calls.get(Address.of("admin/discovery"), Discovery.class);
    }
}
