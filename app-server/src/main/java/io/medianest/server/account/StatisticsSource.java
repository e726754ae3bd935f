package io.medianest.server.account;

import io.medianest.model.account.UserStatistics;
import java.util.Collection;
import java.util.Map;

/// Knows what people have asked for so far.
@FunctionalInterface
public interface StatisticsSource {
    /// @return by user id; who is left out has done nothing yet
    Map<String, UserStatistics> of(Collection<String> userIds);
}
