// The requests that this page knows of, kept up to date by replies and by what the server tells live.

export class Requests {
  #known = new Map();
  #listeners = new Set();

  /** Calls back with each request that is new or has moved on. */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @return whether it says anything new: what is older than what is known came late, by another way */
  put(request) {
    const before = this.#known.get(request.id);
    if (before && before.version >= request.version) return false;
    this.#known.set(request.id, request);
    this.#listeners.forEach((listener) => listener(request, before));
    return true;
  }

  putAll(requests) {
    requests.forEach((request) => this.put(request));
  }

  /** Those that are open as far as is known, without these. */
  openBut(these) {
    const ids = new Set(these.map(({ id }) => id));
    return this.all().filter(({ id, status }) => ['pending', 'approved'].includes(status) && !ids.has(id));
  }

  /** Forgets those that nothing newer has become known of. */
  forget(requests) {
    requests.forEach((request) => this.#known.get(request.id) === request && this.#known.delete(request.id));
  }

  /** The newest for a title that is still of interest. */
  of(type, tmdbId) {
    return this.all().find(
      (request) => request.mediaType === type && request.tmdbId === tmdbId
          && ['pending', 'approved', 'available'].includes(request.status));
  }

  /** Newest first. */
  all() {
    return [...this.#known.values()].sort((one, other) => other.createdAt.localeCompare(one.createdAt));
  }

  get(id) {
    return this.#known.get(id);
  }

  clear() {
    this.#known.clear();
  }
}
