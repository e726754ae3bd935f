/// What can be set, in sections: services, downloads, the network and devices, people, looks, backups, and what this
/// program is. Every change is saved at once; what the server refuses stands beside its field.
///
/// [SettingsModel] knows the settings of the server, [SettingField] one of them as somebody is changing it. A section
/// is a view with a view model of its own; [SettingsSection] says which there are, and for whom.
@NullMarked
package io.medianest.desktop.settings;

import org.jspecify.annotations.NullMarked;
