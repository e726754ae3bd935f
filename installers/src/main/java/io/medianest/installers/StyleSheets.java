package io.medianest.installers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;

/// The window's style sheets in JavaFX's own form beside those that people write, which take a sixth of a second to
/// read at each start. JavaFX takes a `.bss` for the `.css` beside it.
final class StyleSheets {
    private static final String COMPILER = "javafx.graphics/com.sun.javafx.css.parser.Css2Bin";

    private StyleSheets() {}

    /// Puts them into the window's jar.
    ///
    /// @param runtime with JavaFX, which reads what it has written itself
    static void compile(Order order, Path runtime) {
        var java = runtime.resolve("bin").resolve(order.platform().executable("java"));
        var work = Trees.fresh(order.target().resolve("styles"));
        var jar = order.libraries().resolve("app-desktop-" + order.mavenVersion() + ".jar");
        try (var archive = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            for (Path sheet : Trees.all(archive.getPath("/"))) {
                if (!sheet.toString().endsWith(".css")) {
                    continue;
                }
                var written = work.resolve(sheet.getFileName().toString());
                var compiled = work.resolve(written.getFileName().toString().replaceFirst("\\.css$", ".bss"));
                Files.copy(sheet, written);
                Tools.system(
                        Map.of(), List.of(java.toString(), "-m", COMPILER, written.toString(), compiled.toString()));
                Files.setLastModifiedTime(compiled, FileTime.from(order.timestamp()));
                Files.copy(
                        compiled,
                        sheet.resolveSibling(compiled.getFileName().toString()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
