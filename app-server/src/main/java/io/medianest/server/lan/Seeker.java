package io.medianest.server.lan;

import io.medianest.model.settings.FoundService;
import java.util.List;
import java.util.concurrent.Callable;

/// Looks for one kind of service in the house.
interface Seeker {
    /// What has to be done for it, all at the same time: each waits some seconds at most and may fail.
    List<Callable<List<FoundService>>> searches();
}
