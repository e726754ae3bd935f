package io.medianest.desktop;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Remembers what was said.
public final class FakeNotices implements Notices {
    /// The keys and the codes, oldest first.
    public final List<String> said = new ArrayList<>();

    /// Tone, key and arguments, or the code, in one line each; oldest first.
    public final List<String> told = new ArrayList<>();

    /// Where news lead, oldest first.
    public final List<Runnable> shows = new ArrayList<>();

    @Override
    public void tell(Tone tone, String key, Object... arguments) {
        said.add(key);
        told.add(tone + " " + key + " " + Arrays.toString(arguments));
    }

    @Override
    public void news(Tone tone, News news) {
        said.add(news.title());
        told.add(tone + " " + news.title() + " " + news.text());
        shows.add(news.show());
    }

    @Override
    public void problem(ApiException problem) {
        said.add(problem.code().name());
        told.add(problem.code().name());
    }
}
