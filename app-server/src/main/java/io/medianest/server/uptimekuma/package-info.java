/// Uptime Kuma, which watches services for the household.
///
/// Traps: an unknown status page is 404 on 2.x and never answers on 1.23, so that each call needs its own
/// time limit; an unknown address under `/api` is a web page with status 200.
@NullMarked
package io.medianest.server.uptimekuma;

import org.jspecify.annotations.NullMarked;
