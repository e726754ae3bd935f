/// Tests of the Engine.IO server.
@NullMarked
package io.medianest.server.platform.socketio.engine;

import org.jspecify.annotations.NullMarked;
