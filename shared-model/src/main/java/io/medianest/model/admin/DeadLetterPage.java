package io.medianest.model.admin;

import io.medianest.model.api.Pagination;
import java.util.List;

/// A page of failed work, the latest first.
public record DeadLetterPage(List<DeadLetter> deadLetters, Pagination pagination) {}
