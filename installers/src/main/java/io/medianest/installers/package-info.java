/// The tool that makes packages: links a runtime, draws the icons, trains the cache for the start and hands all of it
/// to the packaging programs of the system that it runs on. Nothing of it is in the packages.
@NullMarked
package io.medianest.installers;

import org.jspecify.annotations.NullMarked;
