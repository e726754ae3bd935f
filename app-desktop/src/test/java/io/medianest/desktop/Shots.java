package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.embed.swing.SwingFXUtils;
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

    static final Size WIDE = new Size("", 1440, 900, 1);
    static final Size SMALL = new Size("-small", 960, 600, 1);
    static final Size SHARP = new Size("-2x", 1440, 900, 2);

    private static final Path FOLDER = Path.of(System.getProperty("medianest.screenshots", "target/screenshots"));

    private Shots() {}

    /// A window, and how many pixels of the photograph one of its own gets.
    ///
    /// @param suffix names the size in the file's name
    record Size(String suffix, int width, int height, int scale) {}

    /// The sizes in which a screen is photographed in this run.
    static List<Size> sizes() {
        return WHOLE_MATRIX ? List.of(WIDE, SMALL, SHARP) : List.of(WIDE);
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
        return SwingFXUtils.fromFXImage(image, null);
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
