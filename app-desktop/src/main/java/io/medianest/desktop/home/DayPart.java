package io.medianest.desktop.home;

import java.time.LocalTime;

/// A part of the day, as greetings know it.
public enum DayPart {
    MORNING,
    AFTERNOON,
    EVENING,
    NIGHT;

    static DayPart of(LocalTime time) {
        int hour = time.getHour();
        if (hour < 5 || hour >= 23) {
            return NIGHT;
        }
        if (hour < 12) {
            return MORNING;
        }
        return hour < 18 ? AFTERNOON : EVENING;
    }
}
