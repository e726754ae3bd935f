package io.medianest.server.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.medianest.model.account.ManagedUser;
import io.medianest.model.account.Preferences;
import io.medianest.model.account.User;
import io.medianest.model.account.UserStatistics;
import io.medianest.model.api.Json;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns stored people into what clients see of them.
final class Users {
    static final String NO_PREFERENCES = "{}";

    private static final Logger LOG = LoggerFactory.getLogger(Users.class);

    private final StatisticsSource statistics;

    Users(StatisticsSource statistics) {
        this.statistics = statistics;
    }

    User of(Account account) {
        return managed(List.of(account)).getFirst().user();
    }

    List<ManagedUser> managed(List<Account> accounts) {
        var counts = statistics.of(accounts.stream().map(Account::id).toList());
        return accounts.stream()
                .map(account -> new ManagedUser(
                        of(account, counts.getOrDefault(account.id(), UserStatistics.NONE)),
                        account.status(),
                        account.downloadsNeedApproval(),
                        account.quotas()))
                .toList();
    }

    private static User of(Account account, UserStatistics statistics) {
        return new User(
                account.id(),
                account.username(),
                account.email(),
                account.thumb(),
                account.role(),
                account.plexId(),
                preferences(account),
                statistics,
                account.createdAt(),
                account.updatedAt(),
                account.lastLoginAt());
    }

    /// What somebody has chosen; the defaults where it cannot be read.
    static Preferences preferences(Account account) {
        try {
            return Json.lenient().readValue(account.preferences(), Preferences.class);
        } catch (JsonProcessingException e) {
            LOG.warn("the preferences of {} cannot be read; the defaults hold", account.id(), e);
            return Preferences.NONE;
        }
    }

    static String json(Preferences preferences) {
        try {
            return Json.strict().writeValueAsString(preferences);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("preferences cannot be written", e);
        }
    }
}
