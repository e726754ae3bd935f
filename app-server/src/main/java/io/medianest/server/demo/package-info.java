/// Stand-ins for the outside systems, for trying the program without accounts.
///
/// Each of them speaks the HTTP of the real thing on a loopback port of its own, so the ordinary clients are simply
/// pointed at it, and nothing else in the program knows of the demo. The films and series are in the public domain or
/// under Creative Commons licences; all pictures are drawn by [io.medianest.server.demo.art].
@NullMarked
package io.medianest.server.demo;

import org.jspecify.annotations.NullMarked;
