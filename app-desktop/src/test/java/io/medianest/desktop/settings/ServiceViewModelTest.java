package io.medianest.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeSettings;
import io.medianest.desktop.settings.SettingField.State;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.settings.FoundService;
import io.medianest.model.settings.ServiceProblem;
import io.medianest.model.settings.ServiceTest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceViewModelTest {
    private static final Clock CLOCK = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);

    private final FakeApi server = new FakeApi();
    private final FakeSettings api = server.settings;
    private final Async async = new Async(Runnable::run, Runnable::run, _ -> {});
    private final SettingsModel settings = new SettingsModel(api, async, CLOCK);
    private final DiscoveryViewModel discovery = new DiscoveryViewModel(api, async);
    private final ServiceViewModel overseerr =
            new ServiceViewModel(ServiceKind.OVERSEERR, settings, api, async, discovery);

    @BeforeEach
    void read() {
        settings.read();
        api.calls.clear();
    }

    private void write(String key, String value) {
        settings.field(key).draftProperty().set(value);
        overseerr.commit(settings.field(key));
    }

    @Test
    @DisplayName("a service is tried by itself as soon as all that it needs is saved")
    void triedAtOnce() {
        write("overseerr.url", "http://192.168.1.5:5055");
        assertThat(overseerr.verdictProperty().get()).isInstanceOf(Verdict.Unknown.class);

        write("overseerr.api-key", "k3y");
        assertThat(api.calls)
                .containsExactly(
                        "change {overseerr.url=http://192.168.1.5:5055}",
                        "change {overseerr.api-key=k3y}",
                        "test overseerr {}");
        assertThat(overseerr.verdictProperty().get()).isInstanceOf(Verdict.Tried.class);
    }

    @Test
    @DisplayName("another address waits for its key, and both are saved together")
    void newAddress() {
        api.set("overseerr.url", "http://old:5055");
        api.set("overseerr.api-key", "k3y");
        settings.read();

        write("overseerr.url", "http://new:5055");
        assertThat(settings.field("overseerr.api-key").stateProperty().get()).isEqualTo(State.REFUSED);
        assertThat(settings.field("overseerr.url").draftProperty().get()).isEqualTo("http://new:5055");
        assertThat(api.get("overseerr.url").value()).isEqualTo("http://old:5055");
        var problem = Objects.requireNonNull(
                settings.field("overseerr.api-key").problemProperty().get());
        assertThat(new SettingWords(texts(Locale.UK)).refusal(settings.field("overseerr.api-key"), problem))
                .isEqualTo("Enter the key again for the new address");

        write("overseerr.api-key", "another");
        assertThat(api.get("overseerr.url").value()).isEqualTo("http://new:5055");
        assertThat(api.calls).last().isEqualTo("test overseerr {}");
    }

    @Test
    @DisplayName("Test tries what is written, saved or not, and a verdict goes when something else is written")
    void test() {
        settings.field("overseerr.url").draftProperty().set("http://draft:5055");
        overseerr.test();
        assertThat(api.calls).containsExactly("test overseerr {overseerr.url=http://draft:5055}");

        settings.field("overseerr.url").draftProperty().set("http://other:5055");
        assertThat(overseerr.verdictProperty().get()).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    @DisplayName("what answers in the house is offered until it is used")
    void offers() {
        assertThat(overseerr.offers()).isEmpty();
        discovery.look();
        assertThat(addresses()).containsExactly("http://192.168.1.5:5055");

        overseerr.use(overseerr.offers().getFirst());
        assertThat(api.get("overseerr.url").value()).isEqualTo("http://192.168.1.5:5055");
        assertThat(overseerr.offers()).isEmpty();
    }

    private List<String> addresses() {
        return overseerr.offers().stream().map(FoundService::address).toList();
    }

    @Test
    @DisplayName("a house that cannot be looked through offers nothing, and can be looked through again")
    void noHouse() {
        api.failWith(FakeApi.problem(ErrorCode.NOT_FOUND));
        discovery.look();
        assertThat(discovery.lookingProperty().get()).isFalse();
        assertThat(overseerr.offers()).isEmpty();

        api.failWith(null);
        discovery.look();
        assertThat(overseerr.offers()).hasSize(1);
    }

    private static Texts texts(Locale locale) {
        return new Texts(locale, CLOCK);
    }

    @ParameterizedTest
    @EnumSource(ServiceProblem.class)
    @DisplayName("whatever is wrong has a word and says what to do, in both languages")
    void words(ServiceProblem problem) {
        var outdated = new ServiceTest("overseerr", true, "1.9.2", 12L, problem, "In the server’s words");
        var test = problem == ServiceProblem.OUTDATED ? outdated : FakeSettings.trouble("overseerr", problem);
        for (Locale locale : Texts.LANGUAGES) {
            var saying = new SettingWords(texts(locale)).saying(ServiceKind.OVERSEERR, new Verdict.Tried(test), true);
            assertThat(saying.word()).isNotBlank().doesNotContain("{");
            assertThat(saying.more()).doesNotContain("{");
            if (problem != ServiceProblem.ADDRESS_MISSING) {
                assertThat(saying.more()).isNotBlank();
            }
        }
    }

    @Test
    @DisplayName("of the programs for downloads the server says which is old, and that once")
    void oldPrograms() {
        var old = new ServiceTest("youtube", true, "yt-dlp is old", 12L, ServiceProblem.OUTDATED, "yt-dlp is old");
        var saying = new SettingWords(texts(Locale.UK)).saying(ServiceKind.YOUTUBE, new Verdict.Tried(old), true);
        assertThat(saying.tone()).isEqualTo(Tone.WAITING);
        assertThat(saying.more()).isEqualTo("yt-dlp is old");
    }

    @Test
    @DisplayName("a service that works says its version and how long it took")
    void good() {
        overseerr.test();
        var saying = new SettingWords(texts(Locale.UK))
                .saying(ServiceKind.OVERSEERR, overseerr.verdictProperty().get(), true);
        assertThat(saying.tone()).isEqualTo(Tone.GOOD);
        assertThat(saying.more()).isEqualTo("1.34.0 · 12 ms");
    }

    @Test
    @DisplayName("the address for a webhook is made with a secret that is shown once")
    void webhook() {
        var plex = new WebhookViewModel(
                ServiceKind.PLEX, settings.field("plex.webhook-secret"), settings, server, async, () -> "s3cret");
        plex.make();
        var made = Objects.requireNonNull(plex.madeProperty().get());
        assertThat(made.address()).isEqualTo("http://192.168.1.20:4000/api/v1/webhooks/plex/s3cret");
        assertThat(made.authorization()).isNull();
        assertThat(settings.field("plex.webhook-secret").isSet()).isTrue();

        var calls = new WebhookViewModel(
                ServiceKind.OVERSEERR,
                settings.field("overseerr.webhook-secret"),
                settings,
                server,
                async,
                () -> "s3cret");
        calls.make();
        assertThat(Objects.requireNonNull(calls.madeProperty().get()))
                .isEqualTo(
                        new WebhookViewModel.Webhook("http://192.168.1.20:4000/api/v1/webhooks/overseerr", "s3cret"));

        plex.forget();
        assertThat(plex.madeProperty().get()).isNull();
        assertThat(settings.field("plex.webhook-secret").isSet()).isFalse();
    }
}
