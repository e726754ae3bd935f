package io.medianest.installers;

import org.jspecify.annotations.Nullable;

/// No package can be made. The message says why and what to do.
final class PackagingException extends RuntimeException {
    PackagingException(String message) {
        this(message, null);
    }

    PackagingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
