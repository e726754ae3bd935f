/// Overseerr and its successor Seerr, as they really behave:
///
/// - a title that they do not know is a 500, and so is one while their own catalogue is down;
/// - with their catalogue down, a search is a 200 without results;
/// - a POST that creates nothing is a 202, one that creates something exactly a 201;
/// - a second request for a film is a 409, one for the same seasons a 202, and neither says which it means;
/// - duplicates are detected only when `is4k` is sent, and not when they arrive at the same time;
/// - numbers of states have been added before and read as unknown here;
/// - lists of requests hold no titles and no states of seasons, but e-mail addresses, which never leave this package.
@NullMarked
package io.medianest.server.overseerr;

import org.jspecify.annotations.NullMarked;
