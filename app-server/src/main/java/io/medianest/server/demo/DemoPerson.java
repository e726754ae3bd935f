package io.medianest.server.demo;

import java.util.List;
import java.util.Optional;

/// A member of the demo's household, known to plex.tv and to Overseerr.
///
/// @param overseerrId the number in Overseerr
/// @param plexId the number at plex.tv
/// @param token what plex.tv gives at sign-in
/// @param serverToken what the Plex server accepts from this person
/// @param permissions Overseerr's bits: 2 owner, 32 may request
/// @param filmQuota how many films a week, 0 for any number
record DemoPerson(
        int overseerrId, int plexId, String name, String token, String serverToken, int permissions, int filmQuota) {
    /// Owns the Plex server; what Overseerr's API key acts as.
    static final DemoPerson OWNER = new DemoPerson(1, 88_000_001, "Sam", "demo-account-sam", "demo-server-sam", 2, 0);
    /// Who signs in when the demo's Plex page is opened.
    static final DemoPerson ROBIN =
            new DemoPerson(2, 88_000_002, "Robin", "demo-account-robin", "demo-server-robin", 32, 0);
    /// A child with a small quota.
    static final DemoPerson KIT = new DemoPerson(3, 88_000_003, "Kit", "demo-account-kit", "demo-server-kit", 32, 2);
    /// A visitor who may look only.
    static final DemoPerson VISITOR =
            new DemoPerson(4, 88_000_004, "Alex", "demo-account-alex", "demo-server-alex", 0, 0);

    static final List<DemoPerson> HOUSEHOLD = List.of(OWNER, ROBIN, KIT, VISITOR);

    static Optional<DemoPerson> byOverseerrId(int id) {
        return HOUSEHOLD.stream().filter(person -> person.overseerrId == id).findFirst();
    }

    static Optional<DemoPerson> byToken(String token) {
        return HOUSEHOLD.stream().filter(person -> person.token.equals(token)).findFirst();
    }

    boolean isOwner() {
        return (permissions & 2) != 0;
    }

    boolean mayRequest() {
        return isOwner() || (permissions & 32) != 0;
    }

    String email() {
        return overseerrId + "@household.invalid";
    }
}
