/// The frame around all screens: rail, top bar, search field, toasts, going back and forth.
///
/// To add a screen:
///
/// 1. Write `XViewModel` (knows `javafx.beans` and `javafx.collections` only; takes `MediaNestApi`, `Async`, … in its
///    constructor; has a `ReadOnlyObjectProperty<Screen<Y>>`) and `XView implements ui.View`, in a package of its own.
/// 2. Put its words into `i18n/x.properties` and `i18n/x_de.properties`; a key begins with the bundle's name.
/// 3. Add one line to `Wiring.screens()`: `screens.one(Route.X.class, () -> new XView(...))`, or `each` for a screen
///    that exists once for each value of its route. The rail shows what is registered, and nothing else.
/// 4. Go elsewhere with `navigator.go(new Route.Details(key))`; a new kind of [Route] is needed only for a new place.
///
/// A view's `create()` is called once, when it is first needed; `shown()` each time that it comes to the
/// front, which is the moment to read again; `closed()` when it is given up, which is the moment to end what
/// listens. Events of the server arrive on the FX thread through `Events.listen`; what is open just now is on
/// the `LiveBoard`.
@NullMarked
package io.medianest.desktop.shell;

import org.jspecify.annotations.NullMarked;
