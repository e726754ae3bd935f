package io.medianest.desktop.library;

import io.medianest.desktop.ui.Poster;
import io.medianest.model.library.LibraryPage;
import io.medianest.model.library.LibraryTitle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The titles of one shelf as far as they are known: each has its place from the beginning, and is null until its page
/// has come. So one can go to the middle of ten thousand at once. Belongs to the FX thread.
final class LibraryPages {
    static final int PAGE_SIZE = 60;

    private final ObservableList<@Nullable Poster<LibraryTitle>> posters = FXCollections.observableArrayList();
    private final ObservableList<@Nullable Poster<LibraryTitle>> shown =
            FXCollections.unmodifiableObservableList(posters);
    private final Set<Integer> known = new HashSet<>();

    ObservableList<@Nullable Poster<LibraryTitle>> posters() {
        return shown;
    }

    void clear() {
        known.clear();
        posters.clear();
    }

    /// Begins anew with the first page.
    void replace(LibraryPage first) {
        known.clear();
        put(first);
    }

    /// Shows these and no others; nothing of it comes by pages.
    void replace(List<LibraryTitle> titles) {
        known.clear();
        known.add(1);
        List<@Nullable Poster<LibraryTitle>> all = new ArrayList<>();
        titles.stream().map(LibraryPosters::of).forEach(all::add);
        posters.setAll(all);
    }

    /// Puts a page where it belongs. The library may have grown or shrunk meanwhile.
    void put(LibraryPage page) {
        int size = (int) Math.min(page.pagination().totalItems(), Integer.MAX_VALUE);
        List<@Nullable Poster<LibraryTitle>> all = new ArrayList<>(posters.subList(0, Math.min(size, posters.size())));
        all.addAll(Collections.nCopies(size - all.size(), null));
        int from = (page.pagination().page() - 1) * PAGE_SIZE;
        for (int i = 0; i < page.items().size() && from + i < size; i++) {
            all.set(from + i, LibraryPosters.of(page.items().get(i)));
        }
        known.add(page.pagination().page());
        posters.setAll(all);
    }

    /// The pages of these positions that nobody has asked for yet; from now on somebody has.
    List<Integer> claim(int first, int last) {
        return IntStream.rangeClosed(first / PAGE_SIZE + 1, last / PAGE_SIZE + 1)
                .filter(known::add)
                .boxed()
                .toList();
    }

    /// A page did not come: it may be asked for again.
    void unclaim(int page) {
        known.remove(page);
    }
}
