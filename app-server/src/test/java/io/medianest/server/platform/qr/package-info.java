/// Tests of the QR codes.
@NullMarked
package io.medianest.server.platform.qr;

import org.jspecify.annotations.NullMarked;
