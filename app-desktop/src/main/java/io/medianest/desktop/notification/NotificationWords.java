package io.medianest.desktop.notification;

import io.medianest.desktop.ui.Tone;
import io.medianest.model.notification.NotificationType;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The sign and the colour of a kind of notification; its word is the title, which the server writes.
final class NotificationWords {
    private NotificationWords() {}

    static Ikon icon(NotificationType type) {
        return switch (type) {
            case REQUEST_APPROVED -> MaterialDesignC.CHECK;
            case REQUEST_DENIED -> MaterialDesignC.CLOSE;
            case REQUEST_AVAILABLE, DOWNLOAD_AVAILABLE -> MaterialDesignP.PLAY;
            case DOWNLOAD_COMPLETED -> MaterialDesignD.DOWNLOAD;
            case REQUEST_FAILED, DOWNLOAD_FAILED -> MaterialDesignA.ALERT_OUTLINE;
            case REQUEST_WAITING -> MaterialDesignC.CLOCK_OUTLINE;
            case INCIDENT_OPENED -> MaterialDesignP.PULSE;
            case UNKNOWN -> MaterialDesignB.BELL_OUTLINE;
        };
    }

    static Tone tone(NotificationType type) {
        return switch (type) {
            case REQUEST_APPROVED -> Tone.ACCENT;
            case REQUEST_AVAILABLE, DOWNLOAD_AVAILABLE, DOWNLOAD_COMPLETED -> Tone.GOOD;
            case REQUEST_DENIED, REQUEST_WAITING, INCIDENT_OPENED -> Tone.WAITING;
            case REQUEST_FAILED, DOWNLOAD_FAILED -> Tone.BAD;
            case UNKNOWN -> Tone.NEUTRAL;
        };
    }
}
