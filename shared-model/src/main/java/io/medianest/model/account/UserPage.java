package io.medianest.model.account;

import io.medianest.model.api.Pagination;
import java.util.List;

/// One page of the people of the household.
public record UserPage(List<ManagedUser> users, Pagination pagination) {}
