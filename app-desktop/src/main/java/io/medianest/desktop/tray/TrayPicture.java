package io.medianest.desktop.tray;

/// The program's sign, drawn.
///
/// @param side in pixels
/// @param argb row by row
@SuppressWarnings("ArrayRecordComponent") // handed over once and compared by nobody
public record TrayPicture(int side, int[] argb) {}
