package io.medianest.desktop.ui;

import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// The shape of what is about to come.
public final class Skeleton {
    private static final double LINE = 14;
    private static final double LINE_SHARE = 0.73;
    private static final double POSTER = 150;

    private Skeleton() {}

    /// A page of posters, as [PosterGrid] will show them.
    public static Node posters(Texts texts) {
        var rows =
                new VBox(IntStream.range(0, 3).mapToObj(_ -> posterRow(POSTER)).toArray(Node[]::new));
        rows.getStyleClass().addAll("skeleton", "skeleton-posters");
        return named(cutOff(rows), texts);
    }

    /// One row of posters, as [PosterRow] will show them.
    ///
    /// @param width of a poster
    /// @param height of the whole row
    public static Node posters(Texts texts, double width, double height) {
        HBox row = posterRow(width);
        row.getStyleClass().addAll("skeleton", "skeleton-strip");
        Region room = cutOff(row);
        room.setPrefHeight(height);
        return named(room, texts);
    }

    /// As much of it as there is room for; it must not push the window's frame aside.
    private static Region cutOff(Region shapes) {
        var room = new Pane(shapes);
        room.setMinSize(0, 0);
        room.setPrefSize(0, 0);
        cutAtEdges(room);
        return room;
    }

    private static void cutAtEdges(Region room) {
        var edges = new Rectangle();
        edges.widthProperty().bind(room.widthProperty());
        edges.heightProperty().bind(room.heightProperty());
        room.setClip(edges);
    }

    private static HBox posterRow(double width) {
        var row = new HBox(
                IntStream.range(0, 16).mapToObj(_ -> posterShape(width)).toArray(Node[]::new));
        row.getStyleClass().add("skeleton-row");
        return row;
    }

    private static Node posterShape(double width) {
        double height = Math.rint(width * 1.5);
        var card = new VBox(
                box(width, height, "skeleton-poster"), box(Math.rint(width * LINE_SHARE), LINE, "skeleton-line"));
        card.getStyleClass().add("skeleton-card");
        return card;
    }

    /// Cards below each other, as lists show them.
    public static Node rows(Texts texts, int count, double height) {
        var rows =
                new VBox(IntStream.range(0, count).mapToObj(_ -> wide(height)).toArray(Node[]::new));
        rows.getStyleClass().addAll("skeleton", "skeleton-rows");
        rows.setMinHeight(0);
        cutAtEdges(rows);
        return named(rows, texts);
    }

    private static Region wide(double height) {
        Region row = box(Region.USE_COMPUTED_SIZE, height, "skeleton-wide");
        row.setMinWidth(0);
        row.setMaxWidth(Double.MAX_VALUE);
        return row;
    }

    /// One box of a skeleton of one's own.
    ///
    /// @param style a class of the style sheet, `skeleton-line` or `skeleton-poster`
    public static Region box(double width, double height, String style) {
        var box = new Region();
        box.setMinSize(width, height);
        box.setPrefSize(width, height);
        box.setMaxSize(width, height);
        box.getStyleClass().addAll("skeleton-box", style);
        return box;
    }

    /// Tells people who hear the screen that something is on its way.
    public static Node named(Node skeleton, Texts texts) {
        skeleton.setAccessibleRole(AccessibleRole.TEXT);
        skeleton.setAccessibleText(texts.get("ui.loading"));
        return skeleton;
    }
}
