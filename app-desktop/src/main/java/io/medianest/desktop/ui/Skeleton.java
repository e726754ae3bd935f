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
    private static final double CAPTION = 12;
    private static final double CAPTION_SHARE = 0.5;
    /// What is lower shows no parts.
    private static final double ROW = 50;
    /// What is higher is a card and no row.
    private static final double CARD = 120;
    private static final double EDGE = 14;

    private Skeleton() {}

    /// A page of posters, as [PosterGrid] will show them.
    public static Node posters(Texts texts) {
        var rows = new VBox(IntStream.range(0, 3)
                .mapToObj(_ -> posterRow(PosterGrid.POSTER_WIDTH))
                .toArray(Node[]::new));
        rows.getStyleClass().addAll("skeleton", "skeleton-posters");
        return named(cutOff(rows, PosterGrid.MARGIN), texts);
    }

    /// One row of posters, as [PosterRow] will show them.
    ///
    /// @param width of a poster
    /// @param height of the whole row
    public static Node posters(Texts texts, double width, double height) {
        HBox row = posterRow(width);
        row.getStyleClass().addAll("skeleton", "skeleton-strip");
        Region room = cutOff(row, 0);
        room.setPrefHeight(height);
        return named(room, texts);
    }

    /// As much of it as there is room for; it must not push the window's frame aside.
    private static Region cutOff(Region shapes, double margin) {
        var room = new Pane(shapes);
        room.setMinSize(0, 0);
        room.setPrefSize(0, 0);
        cutAtEdges(room, margin);
        return room;
    }

    private static void cutAtEdges(Region room, double margin) {
        var edges = new Rectangle();
        edges.widthProperty().bind(room.widthProperty().subtract(margin));
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
                box(width, height, "skeleton-poster"),
                box(Math.rint(width * LINE_SHARE), LINE, "skeleton-line"),
                box(Math.rint(width * CAPTION_SHARE), CAPTION, "skeleton-line"));
        card.getStyleClass().add("skeleton-card");
        return card;
    }

    /// Cards below each other, as lists show them.
    public static Node rows(Texts texts, int count, double height) {
        return cards(
                texts,
                new VBox(IntStream.range(0, count).mapToObj(_ -> card(height)).toArray(Node[]::new)));
    }

    /// Cards as somebody has arranged them.
    public static Node cards(Texts texts, Region arranged) {
        arranged.getStyleClass().addAll("skeleton", "skeleton-rows");
        arranged.setMinHeight(0);
        cutAtEdges(arranged, 0);
        return named(arranged, texts);
    }

    /// A card: two lines, and a picture before them where it is no higher than a row of a list.
    public static Region card(double height) {
        var card = new HBox();
        card.getStyleClass().add("skeleton-wide");
        card.setMinSize(0, height);
        card.setPrefHeight(height);
        card.setMaxSize(Double.MAX_VALUE, height);
        if (height < ROW) {
            return card;
        }
        if (height < CARD) {
            card.getChildren().add(box(height - EDGE * 2, height - EDGE * 2, "skeleton-line"));
        }
        var lines = new VBox(box(200, LINE, "skeleton-line"), box(120, CAPTION, "skeleton-line"));
        lines.getStyleClass().add("skeleton-lines");
        card.getChildren().add(lines);
        card.getStyleClass().add("skeleton-parts");
        return card;
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
