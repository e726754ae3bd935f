package io.medianest.server;

import io.medianest.model.account.Quotas;
import io.medianest.model.account.Role;
import io.medianest.model.account.UserStatistics;
import io.medianest.model.download.Download;
import io.medianest.model.event.LiveState;
import io.medianest.model.media.TitleKey;
import io.medianest.server.account.Account;
import io.medianest.server.download.Messenger;
import io.medianest.server.notification.NotificationFeature;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.request.People;
import io.medianest.server.request.RequestFeature;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Where features meet: what one wants to know of another, or have done by it. Thread-safe.
///
/// @param features asked at each call, since they come later
record Crossings(Supplier<Features> features) {
    Quotas quotas(String userId) {
        return account(userId).map(Account::quotas).orElse(Quotas.NONE);
    }

    People.Person person(String userId) {
        return account(userId)
                .map(account -> new People.Person(account.plexId(), account.role() == Role.ADMIN))
                .orElseGet(() -> new People.Person(null, false));
    }

    boolean downloadsNeedApproval(String userId) {
        return account(userId).map(Account::downloadsNeedApproval).orElse(true);
    }

    private Optional<Account> account(String userId) {
        return features.get().people().accounts().find(userId);
    }

    int plexUsers() {
        return features.get().people().accounts().plexUsers();
    }

    Optional<String> plexMachine() {
        return features.get().library().machineIdentifier();
    }

    /// The Plex server that decides who belongs to the household, as it says itself; empty without one.
    Optional<String> householdServer() {
        var plex = features.get().outside().plex();
        return plex.isConfigured() ? Optional.of(plex.machineIdentifier()) : Optional.empty();
    }

    RequestFeature requests() {
        return features.get().requests();
    }

    Map<TitleKey, String> requestIds(Collection<TitleKey> keys) {
        return requests().requests().requested(keys);
    }

    NotificationFeature notifications() {
        return features.get().notifications();
    }

    void tell(Tx tx, Download download, Messenger.Place place) {
        switch (place) {
            case DISK -> notifications().downloaded(tx, download);
            case LIBRARY -> notifications().inLibrary(tx, download);
        }
    }

    void checkSoon(String service) {
        features.get().dashboard().checkSoon(service);
    }

    boolean isInMaintenance(String service) {
        return features.get().dashboard().isInMaintenance(service);
    }

    boolean isUnwatched(String service) {
        return features.get().dashboard().isUnwatched(service);
    }

    /// Where others of the household find this server.
    String page(int port) {
        return features.get().lan().address(port);
    }

    Map<String, UserStatistics> statistics(Collection<String> userIds) {
        var statistics = new HashMap<>(requests().requests().statistics(userIds));
        features.get().downloads().downloads().completedBy(userIds).forEach((userId, count) -> {
            var asked = statistics.getOrDefault(userId, UserStatistics.NONE);
            statistics.put(userId, new UserStatistics(asked.totalRequests(), asked.approvedRequests(), count));
        });
        return statistics;
    }

    /// What somebody sees who connects.
    LiveState liveState(Caller caller, long seq) {
        var all = features.get();
        var whose = caller.isAdmin() ? null : caller.userId();
        return new LiveState(
                all.people().accounts().user(caller.userId()),
                all.requests().requests().open(whose),
                all.downloads().downloads().active(whose),
                all.dashboard().board().services(),
                all.notifications().notifications().unread(caller.userId()),
                seq);
    }
}
