package io.medianest.model.event;

import io.medianest.model.account.User;
import io.medianest.model.download.Download;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.status.ServiceStatus;
import java.util.List;

/// All that a live client needs to start from: sent on connect and after each reconnect.
///
/// @param requests the open ones that the person may see, newest first
/// @param downloads those that have not ended and are no part of a playlist, in the order of the queue
/// @param seq the number of the last event that this state includes
public record LiveState(
        User user,
        List<MediaRequest> requests,
        List<Download> downloads,
        List<ServiceStatus> services,
        long unreadCount,
        long seq) {}
