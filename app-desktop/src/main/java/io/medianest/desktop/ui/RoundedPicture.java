package io.medianest.desktop.ui;

import io.medianest.desktop.ui.PictureStore.Ticket;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.RadialGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A picture with round corners that fills its box. Until it is there, and for titles without one, a calm colour of
/// their own with their name. What was kept is there at once; what arrives later comes softly.
public final class RoundedPicture extends Pane {
    private static final String STYLE = "picture";
    private static final double NAME_MARGIN = 11;
    private static final double SIGN_SHARE = 0.46;
    /// So many fit beside each other at the size that the name has.
    private static final int NAME_LETTERS = 12;
    private static final Color GLOW = Color.gray(1, 0.2);

    private final PictureStore store;
    private final Rectangle frame = new Rectangle();
    private final ImageView view = new ImageView();
    private final Rectangle glow = new Rectangle();
    private final Rectangle edge = new Rectangle();
    private final Text name = new Text();
    private final FontIcon sign = new FontIcon();
    private final double radius;
    private double width;
    private double height;
    private boolean signed;
    private @Nullable Shown shown;
    private @Nullable Ticket ticket;
    /// Pixels of the picture that was asked for last.
    private int sharpness;

    private record Shown(String title, @Nullable String address) {}

    /// An empty box of this size.
    ///
    /// @param radius of the corners
    public RoundedPicture(PictureStore store, double width, double height, double radius) {
        this.store = store;
        this.radius = radius;
        getStyleClass().add(STYLE);
        edge.getStyleClass().add("picture-edge");
        edge.setMouseTransparent(true);
        name.getStyleClass().add("picture-name");
        name.setX(NAME_MARGIN);
        // A view and not a fill of the frame: fills are drawn without smoothing where there is no graphics card.
        view.setSmooth(true);
        sign.getStyleClass().add("picture-sign");
        sign.setVisible(false);
        getChildren().addAll(frame, glow, name, sign, view, edge);
        setSize(width, height);
    }

    /// Takes another size, with the same picture.
    public void setSize(double newWidth, double newHeight) {
        if (newWidth == width && newHeight == height) {
            return;
        }
        width = newWidth;
        height = newHeight;
        for (Rectangle box : new Rectangle[] {frame, glow, edge}) {
            box.setWidth(width);
            box.setHeight(height);
            box.setArcWidth(radius * 2);
            box.setArcHeight(radius * 2);
        }
        view.setFitWidth(width);
        view.setFitHeight(height);
        RightToLeft.show(name, name.getText(), width - NAME_MARGIN * 2, NAME_LETTERS);
        name.setStyle("-fx-font-size: " + Math.clamp(Math.round(width * 0.115), 6, 22) + "px;");
        sign.setStyle("-fx-icon-size: " + Math.round(Math.min(width, height) * SIGN_SHARE) + "px;");
        setMinSize(width, height);
        setMaxSize(width, height);
        setPrefSize(width, height);
        requestLayout();
    }

    /// From now on this icon, and not the title, stands where there is no picture: for small boxes that have their
    /// title beside them.
    public void standsFor(Ikon icon) {
        sign.setIconCode(icon);
        signed = true;
    }

    /// Shows a picture, or the title alone.
    ///
    /// @param address of the picture; absent when there is none
    /// @param title shown while there is no picture
    public void show(String title, @Nullable String address) {
        var next = new Shown(title, address);
        if (next.equals(shown)) {
            return;
        }
        forget();
        shown = next;
        if (address != null && getScene() != null) {
            order(address);
        }
        if (view.getImage() == null) {
            placeholder(title);
        }
        requestLayout();
    }

    /// Lets go of the picture and stops what is on its way; to be called when it is scrolled away.
    public void forget() {
        shown = null;
        sharpness = 0;
        view.setImage(null);
        cancel();
    }

    private void cancel() {
        if (ticket != null) {
            ticket.cancel();
            ticket = null;
        }
    }

    private void order(String address) {
        cancel();
        double pixels = width * scale();
        sharpness = PictureStore.stepped(pixels);
        boolean[] late = {false};
        ticket = store.show(address, pixels, PictureShape.of(width, height, radius), picture -> fill(picture, late[0]));
        late[0] = true;
    }

    /// Pixels of the screen to a point of the layout: how dense the screen is, and how much larger all is wanted.
    private double scale() {
        double enlarged = localToScene(1, 0).getX() - localToScene(0, 0).getX();
        return getScene() == null || getScene().getWindow() == null
                ? enlarged
                : enlarged * getScene().getWindow().getOutputScaleX();
    }

    /// Asks for all pictures below this node again that are not sharp any more, since all of it is larger now.
    public static void sharpen(Node root) {
        root.lookupAll("." + STYLE).forEach(node -> ((RoundedPicture) node).requestLayout());
    }

    private void placeholder(String title) {
        double hue = Math.floorMod(title.hashCode() * 61, 360);
        frame.setFill(new LinearGradient(
                0,
                0,
                0.35,
                1,
                true,
                CycleMethod.NO_CYCLE,
                new Stop(0, Color.hsb(hue, 0.50, 0.34)),
                new Stop(1, Color.hsb(hue, 0.62, 0.12))));
        glow.setFill(new RadialGradient(
                0, 0, 0.8, 0.1, 0.62, true, CycleMethod.NO_CYCLE, new Stop(0, GLOW), new Stop(1, Color.TRANSPARENT)));
        RightToLeft.show(name, title, width - NAME_MARGIN * 2, NAME_LETTERS);
        name.setFill(Color.hsb(hue, 0.28, 0.95));
        showPlaceholder(true);
    }

    private void showPlaceholder(boolean needed) {
        frame.setVisible(needed);
        glow.setVisible(needed);
        name.setVisible(needed && !signed);
        sign.setVisible(needed && signed);
    }

    private void fill(Image picture, boolean late) {
        boolean first = view.getImage() == null;
        view.setImage(picture);
        if (first && late) {
            Motion.appear(view, () -> showPlaceholder(view.getImage() == null));
        } else {
            view.setOpacity(1);
            showPlaceholder(false);
        }
    }

    /// Here the density of the screen is known, and whether the picture has become larger than what was decoded.
    @Override
    protected void layoutChildren() {
        Shown now = shown;
        if (now != null && now.address() != null && sharpness < PictureStore.stepped(width * scale())) {
            order(now.address());
        }
        sign.relocate(
                (width - sign.getLayoutBounds().getWidth()) / 2,
                (height - sign.getLayoutBounds().getHeight()) / 2);
        name.setY(height
                - NAME_MARGIN
                - name.getLayoutBounds().getHeight()
                - name.getLayoutBounds().getMinY()
                + name.getY());
    }
}
