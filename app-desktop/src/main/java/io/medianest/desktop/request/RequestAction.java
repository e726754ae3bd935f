package io.medianest.desktop.request;

import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;

/// What can be done about a request.
public enum RequestAction {
    APPROVE,
    DENY,
    RETRY,
    CANCEL;

    /// Whether somebody may do this to the request as it is now. The server decides in the end; this only says which
    /// buttons make sense.
    public boolean isOpenTo(User person, MediaRequest request) {
        boolean admin = person.role() == Role.ADMIN;
        boolean pending = request.status() == RequestStatus.PENDING;
        boolean failed = request.stage() == RequestStage.FAILED;
        return switch (this) {
            case APPROVE -> admin && pending && !failed;
            case DENY -> admin && pending;
            case RETRY -> admin && failed && request.status().isOpen();
            case CANCEL -> pending && request.userId().equals(person.id());
        };
    }
}
