package io.medianest.server.settings;

/// A value that a setting cannot take. The message is written for the keeper of the server and does not repeat the
/// value: it may be a secret that was put in the wrong place.
public final class WrongSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Setting setting;

    /// @param wanted what would be right, for example `true or false`
    public WrongSetting(Setting setting, String wanted) {
        super("%s must be %s".formatted(setting.key(), wanted));
        this.setting = setting;
    }

    public Setting setting() {
        return setting;
    }
}
