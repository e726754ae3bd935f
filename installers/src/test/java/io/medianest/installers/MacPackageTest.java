package io.medianest.installers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MacPackageTest {
    @Test
    @DisplayName("the bundle tells its true version and that it opens medianest: links")
    void described() throws IOException {
        String plist = """
                <plist version="1.0">
                <dict>
                <key>CFBundleShortVersionString</key>
                <string>1.1.0</string>
                </dict>
                </plist>
                """;
        String links = Files.readString(Path.of("src/main/macos/links.plist"));

        assertThat(MacPackage.described(PackageVersion.of("0.1.0-SNAPSHOT"), plist, links))
                .contains("<string>0.1.0</string>\n  <key>CFBundleURLTypes</key>")
                .contains("<string>medianest</string>")
                .endsWith("</array>\n</dict>\n</plist>\n")
                .doesNotContain("1.1.0");
    }
}
