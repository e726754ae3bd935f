package io.medianest.server.settings;

import io.medianest.model.settings.SettingSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// What was set from outside before the start, by source. Nobody can change it in the program. Immutable.
public final class GivenSettings {
    private final Map<SettingSource, Map<Setting, String>> layers;

    private GivenSettings(Map<SettingSource, Map<Setting, String>> layers) {
        this.layers = layers;
    }

    public static GivenSettings none() {
        return new GivenSettings(new EnumMap<>(SettingSource.class));
    }

    /// The same with more values of one source; of the same source, the later ones win.
    public GivenSettings with(SettingSource source, Map<Setting, String> values) {
        var more = new EnumMap<SettingSource, Map<Setting, String>>(SettingSource.class);
        more.putAll(layers);
        var layer = new HashMap<>(layers.getOrDefault(source, Map.of()));
        layer.putAll(values);
        more.put(source, Map.copyOf(layer));
        return new GivenSettings(more);
    }

    /// The values of all settings, each from the strongest source that has it; empty where nothing is set.
    ///
    /// @param stored what people have set in the program, which is weaker than any other source but the defaults
    public Map<Setting, String> over(Map<Setting, String> stored) {
        var effective = new EnumMap<Setting, String>(Setting.class);
        for (var setting : Setting.values()) {
            effective.put(setting, setting.fallback());
        }
        effective.putAll(stored);
        layers.values().forEach(effective::putAll);
        effective.replaceAll((setting, value) -> value.strip());
        return effective;
    }

    /// Where a value comes from, if it is given from outside, else [SettingSource#DEFAULT].
    SettingSource sourceOf(Setting setting) {
        var source = SettingSource.DEFAULT;
        for (var layer : layers.entrySet()) {
            if (layer.getValue().containsKey(setting)) {
                source = layer.getKey();
            }
        }
        return source;
    }

    /// Without the values: some are secret.
    @Override
    public String toString() {
        var keys = new EnumMap<SettingSource, Object>(SettingSource.class);
        layers.forEach((source, values) -> keys.put(source, values.keySet()));
        return "GivenSettings" + keys;
    }
}
