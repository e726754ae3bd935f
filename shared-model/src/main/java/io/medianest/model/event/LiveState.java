package io.medianest.model.event;

import io.medianest.model.account.User;
import io.medianest.model.download.Download;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.status.ServiceStatus;
import java.util.List;
import java.util.stream.Collectors;

/// All that a live client needs to start from: sent on connect and after each reconnect.
///
/// @param requests the open ones that the person may see, newest first; of each status [#MOST_REQUESTS] at most
/// @param downloads those that have not ended and are no part of a playlist, in the order of the queue
/// @param seq the number of the last event that this state includes
public record LiveState(
        User user,
        List<MediaRequest> requests,
        List<Download> downloads,
        List<ServiceStatus> services,
        long unreadCount,
        long seq) {
    /// How many requests of one status it holds at most.
    public static final int MOST_REQUESTS = 200;

    /// Whether an open request may be missing among the [#requests] only because there are so many newer ones.
    public boolean mayLeaveOut(MediaRequest request) {
        return requests.stream().collect(Collectors.groupingBy(MediaRequest::status)).values().stream()
                .filter(same -> same.size() >= MOST_REQUESTS)
                .map(same -> same.getLast().createdAt())
                .anyMatch(oldest -> !request.createdAt().isAfter(oldest));
    }
}
