package io.medianest.server;

import io.medianest.server.account.Account;
import io.medianest.server.account.Accounts;
import io.medianest.server.notification.Recipients;
import io.medianest.server.platform.db.Tx;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The people of the household, as those who can be told something.
record Household(Accounts accounts) implements Recipients {
    @Override
    public Optional<Recipient> find(Tx tx, String userId) {
        return accounts.locked(tx, userId).map(Household::recipient);
    }

    @Override
    public List<Recipient> admins(Tx tx) {
        return accounts.lockedAdmins(tx).stream().map(Household::recipient).toList();
    }

    @Override
    public @Nullable String language(String userId) {
        return accounts.find(userId).map(account -> account.chosen().language()).orElse(null);
    }

    private static Recipient recipient(Account account) {
        var chosen = account.chosen();
        return new Recipient(account.id(), !Boolean.FALSE.equals(chosen.notifications()), chosen.language());
    }
}
