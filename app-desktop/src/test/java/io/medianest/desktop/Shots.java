package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.ui.RoundedPicture;
import io.medianest.desktop.ui.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/// The photographs that tests take: into `target/screenshots`, or wherever `medianest.screenshots` says.
final class Shots {
    /// Whether every screen is photographed in every size and look, as somebody who looks at them all wants it
    /// (`-Dmedianest.matrix=true`); once a screen and look otherwise.
    static final boolean WHOLE_MATRIX = Boolean.getBoolean("medianest.matrix");

    /// The language of the screens that are photographed in one alone: `-Dmedianest.matrix.language=de`.
    static final Locale LANGUAGE = Locale.of(System.getProperty("medianest.matrix.language", "en"));

    static final Size WIDE = new Size("", 1440, 900, 1);
    static final Size SMALL = new Size("-small", 960, 600, 1);
    static final Size SHARP = new Size("-2x", 1440, 900, 2);

    private static final Path FOLDER = Path.of(System.getProperty("medianest.screenshots", "target/screenshots"));

    private Shots() {}

    /// A window, and how many pixels of the photograph one of its own gets.
    ///
    /// @param suffix names the size in the file's name
    record Size(String suffix, int width, int height, int scale) {}

    /// How a window of its own size is photographed: as large as it is.
    static List<Size> ownSize(Stage stage) {
        int width = (int) Math.ceil(stage.getWidth());
        int height = (int) Math.ceil(stage.getHeight());
        return List.of(new Size("", width, height, 1), new Size(SHARP.suffix(), width, height, SHARP.scale()));
    }

    /// The sizes in which a screen is photographed in this run.
    static List<Size> sizes() {
        return WHOLE_MATRIX ? List.of(WIDE, SMALL, SHARP) : List.of(WIDE);
    }

    /// Photographs a window in these sizes and in both looks; afterwards it is as before, which costs least where it is
    /// dark. Not on the FX thread.
    ///
    /// @param name of the files, which size and look are added to
    static void takeAll(Stage stage, List<Size> sizes, String name) {
        Size own = FxToolkit.call(() -> ownSize(stage).getFirst());
        List<String> dress = FxToolkit.call(() -> List.copyOf(stage.getScene().getStylesheets()));
        String base = FxToolkit.call(Application::getUserAgentStylesheet);
        for (Theme.Choice look : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            FxToolkit.run(() -> {
                var theme = new Theme();
                theme.choiceProperty().set(look);
                theme.dress(stage.getScene());
            });
            for (Size size : sizes) {
                become(stage, size);
                settle(stage, size);
                FxToolkit.run(() -> take(stage, size.scale(), name + size.suffix() + "-" + look.word()));
            }
        }
        FxToolkit.run(() -> {
            if (!stage.getScene().getStylesheets().equals(dress)) {
                Application.setUserAgentStylesheet(base);
                stage.getScene().getStylesheets().setAll(dress);
            }
        });
        become(stage, own);
    }

    private static void become(Stage stage, Size size) {
        if (FxToolkit.call(() -> stage.getWidth() == size.width() && stage.getHeight() == size.height())) {
            return;
        }
        FxToolkit.run(() -> {
            // Without a display, a window that reaches beyond the screen is not drawn.
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(size.width());
            stage.setHeight(size.height());
        });
        FxToolkit.awaitFrames();
    }

    /// Lets a window come to rest, with its pictures decoded for the pixels that they get on the photograph. There is
    /// no screen of twice the density without a display, so all of it is twice as large for a moment. Not on the FX
    /// thread.
    static void settle(Stage stage, Size size) {
        FxToolkit.awaitFrames();
        if (size.scale() > 1) {
            FxToolkit.run(() -> enlarge(stage.getScene().getRoot(), size.scale()));
            FxToolkit.awaitFrames();
            FxToolkit.run(() -> enlarge(stage.getScene().getRoot(), 1));
        }
    }

    private static void enlarge(Parent root, int times) {
        root.getTransforms().setAll(Transform.scale(times, times));
        RoundedPicture.sharpen(root);
    }

    /// Photographs the window, and the cards and menus that are open in it. On the FX thread.
    ///
    /// @param name of the file, without its ending; may lie in a folder
    static void take(Stage stage, int scale, String name) {
        BufferedImage image = picture(stage.getScene(), scale);
        var pen = image.createGraphics();
        for (Window window : Window.getWindows()) {
            if (window instanceof PopupWindow popup && popup.isShowing() && belongs(popup, stage)) {
                Scene inside = popup.getScene();
                double left = popup.getX() - stage.getX() - stage.getScene().getX();
                double top = popup.getY() - stage.getY() - stage.getScene().getY();
                pen.drawImage(picture(inside, scale), (int) (left * scale), (int) (top * scale), null);
            }
        }
        pen.dispose();
        write(image, FOLDER.resolve(name + ".png"));
    }

    private static boolean belongs(PopupWindow popup, Stage stage) {
        Window owner = popup.getOwnerWindow();
        while (owner instanceof PopupWindow outer) {
            owner = outer.getOwnerWindow();
        }
        return stage.equals(owner);
    }

    private static BufferedImage picture(Scene scene, int scale) {
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(scene.getFill());
        var image = new WritableImage(
                (int) Math.ceil(scene.getWidth() * scale), (int) Math.ceil(scene.getHeight() * scale));
        scene.getRoot().snapshot(parameters, image);
        // Not the kind that it would choose, whose transparency is multiplied into the colours: writing that takes
        // several times as long.
        var kind = new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        return SwingFXUtils.fromFXImage(image, kind);
    }

    private static void write(BufferedImage image, Path file) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
