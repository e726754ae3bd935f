package io.medianest.server;

import io.medianest.server.overseerr.OverseerrClient;
import io.medianest.server.platform.resilience.CallRules;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.plex.PlexClient;
import io.medianest.server.settings.Setting;
import io.medianest.server.tmdb.TmdbClient;
import io.medianest.server.uptimekuma.UptimeKumaClient;
import io.medianest.server.ytdlp.YtDlp;
import java.util.HashMap;
import java.util.Map;

/// Reads how outside services are asked. Methods throw [WrongSetting] for what cannot be read.
record CallRulesReader(SettingValues values) {
    private static final Map<Setting, GuardPolicy> POLICIES = Map.of(
            Setting.PLEX_CALLS, PlexClient.POLICY,
            Setting.OVERSEERR_CALLS, OverseerrClient.POLICY,
            Setting.TMDB_CALLS, TmdbClient.POLICY,
            Setting.UPTIME_KUMA_CALLS, UptimeKumaClient.POLICY,
            Setting.YOUTUBE_CALLS, YtDlp.POLICY);

    /// By the name of the service.
    Map<String, CallRules> all() {
        var rules = new HashMap<String, CallRules>();
        POLICIES.forEach((setting, policy) -> rules.put(policy.service(), of(setting, policy)));
        return Map.copyOf(rules);
    }

    private CallRules of(Setting setting, GuardPolicy policy) {
        try {
            return policy.rules().with(values.text(setting));
        } catch (IllegalArgumentException e) {
            throw SettingValues.wrong(setting, "parts of " + setting.fallback() + " – " + e.getMessage());
        }
    }
}
