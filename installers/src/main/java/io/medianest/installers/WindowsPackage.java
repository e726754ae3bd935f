package io.medianest.installers;

import java.util.List;

/// The .msi, made by jpackage with the WiX toolset. The upgrade code must never change: by it Windows knows that a
/// package replaces an older one.
final class WindowsPackage {
    private static final String UPGRADE_CODE = "0e6a8c52-5f57-4c0e-9c0b-6a7cbb9d1a43";

    private WindowsPackage() {}

    static void make(Order order, AppImage image) {
        Tools.jpackage(List.of(
                "--type=msi",
                "--name=" + order.platform().programName(),
                "--app-image=" + image.root(),
                "--dest=" + order.dist(),
                "--app-version=" + order.version().numbers(),
                "--vendor=" + Order.VENDOR,
                "--description=" + Order.SUMMARY,
                "--about-url=" + Order.HOMEPAGE,
                "--license-file=" + order.licence(),
                "--resource-dir=" + order.source("windows"),
                "--win-upgrade-uuid=" + UPGRADE_CODE,
                "--win-per-user-install",
                "--win-dir-chooser",
                "--win-menu",
                "--win-menu-group=MediaNest",
                "--win-shortcut-prompt"));
    }
}
