package io.medianest.desktop.settings;

/// The sections of the settings, in the order in which they are listed.
public enum SettingsSection {
    SERVICES("services", Audience.ADMINS),
    DOWNLOADS("downloads", Audience.ADMINS),
    NETWORK("network", Audience.ADMINS),
    NOTIFICATIONS("notifications", Audience.ADMINS),
    DEVICES("devices", Audience.EVERYBODY),
    PEOPLE("people", Audience.ADMINS),
    APPEARANCE("appearance", Audience.EVERYBODY),
    BACKUP("backup", Audience.ADMINS),
    ABOUT("about", Audience.EVERYBODY);

    private final String word;
    private final Audience audience;

    /// Who finds a section.
    public enum Audience {
        EVERYBODY,
        ADMINS
    }

    SettingsSection(String word, Audience audience) {
        this.word = word;
        this.audience = audience;
    }

    /// As it is called in texts and ids.
    public String word() {
        return word;
    }

    public Audience audience() {
        return audience;
    }
}
