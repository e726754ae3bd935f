package io.medianest.model.api;

/// Where a page stands among all. Pages are counted from 1; an empty result has 0 pages.
public record Pagination(
        int page, int totalPages, long totalItems, int itemsPerPage, boolean hasNext, boolean hasPrev) {

    public static Pagination of(PageQuery query, long totalItems) {
        int totalPages = (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(totalItems, query.limit()));
        return new Pagination(
                query.page(), totalPages, totalItems, query.limit(), query.page() < totalPages, query.page() > 1);
    }
}
