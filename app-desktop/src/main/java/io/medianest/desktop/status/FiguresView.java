package io.medianest.desktop.status;

import io.medianest.desktop.ui.Amounts;
import io.medianest.desktop.ui.Bar;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.admin.AdminStats;
import io.medianest.model.admin.CacheStats;
import io.medianest.model.admin.DiskStats;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The disk of the downloads as a bar; work, database and copies as numbers with their units.
final class FiguresView extends VBox {
    private static final double NARROWEST = 200;
    private static final double SCARCE = 0.15;
    private static final double HARDLY_ANY = 0.05;

    private final Texts texts;
    private final Amounts amounts;
    private final StatusWords words;
    private final Label place = Labels.secondary("");
    private final Bar disk;
    private final Label free = Labels.strong("");
    private final Label used = Labels.secondary("");
    private final VBox diskPart;
    private final Figure jobs;
    private final Figure database;
    private final Figure data;
    private final Figure copies;
    private final Figure running;

    FiguresView(Texts texts) {
        super();
        this.texts = texts;
        this.amounts = new Amounts(texts);
        this.words = new StatusWords(texts);
        this.disk = new Bar(texts.get("status.disk"));
        this.diskPart = disk();
        this.jobs = new Figure("jobs");
        this.database = new Figure("database");
        this.data = new Figure("data");
        this.copies = new Figure("copies");
        this.running = new Figure("running");
        var figures = new CardGridView(NARROWEST);
        figures.show(List.of(jobs, database, data, copies, running));
        setId("figures");
        getStyleClass().addAll("card", "engine-card");
        getChildren().addAll(diskPart, figures);
    }

    private VBox disk() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        place.setMinWidth(0);
        var head = new HBox(Labels.section(texts.get("status.disk")), place);
        head.getStyleClass().add("engine-head");
        var numbers = new HBox(free, space, used);
        free.setId("disk-free");
        free.setMinWidth(USE_PREF_SIZE);
        var part = new VBox(head, disk, numbers);
        part.getStyleClass().add("disk");
        part.managedProperty().bind(part.visibleProperty());
        return part;
    }

    void show(AdminStats stats) {
        DiskStats downloads = stats.storage().downloads();
        diskPart.setVisible(downloads != null && downloads.total() > 0);
        if (downloads != null && downloads.total() > 0) {
            showDisk(downloads);
        }
        Map<String, Long> work = stats.jobs();
        jobs.show(
                texts.get("status.figure.jobs.value", count(work, "ready"), count(work, "running")),
                texts.get("status.figure.jobs.more", count(work, "dead"), amounts.count(count(work, "done"))));
        database.show(
                amounts.bytes(stats.storage().database()),
                texts.get("status.figure.database.more", version(stats, "database"), version(stats, "schema")));
        data.show(amounts.bytes(stats.storage().data()), stats.storage().directory());
        showCopies(stats);
        running.show(
                amounts.time(Duration.ofSeconds(stats.uptime())),
                texts.get("status.figure.running.more", version(stats, "medianest"), version(stats, "java")));
    }

    private void showDisk(DiskStats downloads) {
        double share = (double) downloads.free() / downloads.total();
        place.setText(downloads.directory());
        disk.show(1 - share, tone(share));
        free.setText(texts.get("status.disk.free", amounts.bytes(downloads.free()), amounts.bytes(downloads.total())));
        used.setText(texts.get(
                "status.disk.used", amounts.bytes(downloads.total() - downloads.free()), words.percent(1 - share)));
        disk.setAccessibleText(String.join(", ", texts.get("status.disk"), free.getText(), used.getText()));
    }

    private static Tone tone(double free) {
        if (free < HARDLY_ANY) {
            return Tone.BAD;
        }
        return free < SCARCE ? Tone.WAITING : Tone.ACCENT;
    }

    private void showCopies(AdminStats stats) {
        long hits = stats.caches().stream().mapToLong(CacheStats::hits).sum();
        long asked =
                hits + stats.caches().stream().mapToLong(CacheStats::misses).sum();
        long kept = stats.caches().stream().mapToLong(CacheStats::entries).sum();
        copies.show(
                asked == 0 ? "–" : words.percent(Math.floor((double) hits / asked * 100) / 100),
                texts.get("status.figure.copies.more", amounts.count(asked), amounts.count(kept)));
    }

    private static long count(Map<String, Long> counts, String state) {
        return counts.getOrDefault(state, 0L);
    }

    private static String version(AdminStats stats, String of) {
        return Objects.requireNonNullElse(stats.versions().get(of), "–");
    }

    /// A number with its name above and what explains it below.
    private final class Figure extends VBox {
        private final String name;
        private final Label value = Labels.styled("–", "figure");
        private final Label more = Labels.secondary("");
        private final Tooltip whole = new Tooltip();

        Figure(String key) {
            super();
            this.name = texts.get("status.figure." + key);
            setId("figure-" + key);
            setAccessibleRole(AccessibleRole.TEXT);
            getStyleClass().add("figure-box");
            Node title = Labels.secondary(name);
            value.setMinWidth(USE_PREF_SIZE);
            more.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            more.setTooltip(whole);
            getChildren().addAll(title, value, more);
        }

        void show(String now, String explained) {
            value.setText(now);
            more.setText(explained);
            whole.setText(explained);
            setAccessibleText(String.join(", ", name, now, explained));
        }
    }
}
