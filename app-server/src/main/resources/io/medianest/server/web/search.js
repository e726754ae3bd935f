// Search as one types; before that, what others look at.

import { get } from './api.js';
import { button, el, icon, poster } from './dom.js';
import { say, sentence, standing } from './words.js';

const PAUSE = 250;
const PAGE = 24;

export class Search {
  #requests;
  #grid = el('ul', { class: 'grid' });
  #heading = el('h1', {});
  #state = el('div', { class: 'state', role: 'status' });
  #end = el('div', { class: 'end' });
  #field = el('input', {
    type: 'search', id: 'q', name: 'q', enterkeyhint: 'search', autocomplete: 'off', maxlength: 200,
    placeholder: say('search.prompt'), 'aria-label': say('search.label'),
  });
  #clear = button(icon('clear'), 'icon', () => this.#cleared(), { 'aria-label': say('search.clear'), hidden: true });
  #text = '';
  #page = 0;
  #more = false;
  #under = null;
  #timer = 0;
  #seen = new Map();
  #atEnd;
  #stop;

  constructor(requests) {
    this.#requests = requests;
    const form = el('form', { role: 'search', class: 'search' }, icon('search'), this.#field, this.#clear);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#field.blur();
      this.#begin();
    });
    this.#field.addEventListener('input', () => this.#typed());
    this.node = el('div', {}, form, this.#heading, this.#state, this.#grid, this.#end);
    this.#atEnd = new IntersectionObserver(
      ([end]) => end.isIntersecting && this.#more && this.#read(), { rootMargin: '600px' });
    this.#atEnd.observe(this.#end);
    this.#stop = requests.listen((request) => this.#moved(request));
    this.#begin(true);
  }

  close() {
    this.#stop();
    this.#atEnd.disconnect();
    clearTimeout(this.#timer);
    this.#under?.abort();
    this.#under = null;
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#begin(), PAUSE);
  }

  #cleared() {
    this.#field.value = '';
    this.#field.focus();
    this.#begin();
  }

  #begin(anyway = false) {
    clearTimeout(this.#timer);
    const text = this.#field.value.trim();
    this.#clear.hidden = this.#field.value === '';
    if (text === this.#text && !anyway) return;
    this.#text = text;
    this.#page = 0;
    this.#more = false;
    this.#under?.abort();
    this.#under = null;
    this.#seen.clear();
    this.#heading.textContent = text ? say('search.results', text) : say('search.trending');
    this.#grid.replaceChildren(...Array.from({ length: 9 }, () => el('li', { class: 'skeleton', 'aria-hidden': 'true' })));
    this.#state.replaceChildren(el('span', { class: 'hidden' }, say('search.loading')));
    this.#read();
  }

  async #read() {
    if (this.#under) return;
    const turn = new AbortController();
    this.#under = turn;
    try {
      const next = this.#page + 1;
      const query = this.#text
        ? `/media/search?q=${encodeURIComponent(this.#text)}&page=${next}&limit=${PAGE}`
        : `/media/trending?page=${next}`;
      const page = await get(query, turn.signal);
      if (turn === this.#under) this.#arrived(page, next);
    } catch (problem) {
      if (turn === this.#under) this.#failed(problem);
    } finally {
      if (turn === this.#under) this.#under = null;
    }
  }

  #arrived({ results, pagination }, number) {
    this.#page = number;
    this.#more = pagination.hasNext;
    this.#state.replaceChildren();
    if (number === 1) this.#grid.replaceChildren();
    results.filter((item) => !this.#seen.has(keyOf(item))).forEach((item) => this.#grid.append(this.#card(item)));
    if (this.#seen.size === 0) {
      this.#state.replaceChildren(el('p', {}, say('search.none')), el('p', { class: 'quiet' }, say('search.noneNext')));
    }
  }

  #failed(problem) {
    if (this.#page === 0) this.#grid.replaceChildren();
    this.#more = false;
    this.#state.replaceChildren(el('p', {}, sentence(problem)),
      button(say('problem.retry'), '', () => this.#read()));
  }

  #card(item) {
    const badge = el('span', { class: 'badge', hidden: true });
    const link = el('a', { href: `#/title/${item.type}/${item.id}`, class: 'title' },
      poster(item.title, item.poster), badge,
      el('span', { class: 'name' }, item.title),
      el('span', { class: 'quiet small' }, [item.year, say(`type.${item.type}`)].filter(Boolean).join(' · ')));
    this.#seen.set(keyOf(item), { item, badge });
    this.#mark(item, badge);
    return el('li', {}, link);
  }

  /** Whether it is there, or on its way. */
  #mark(item, badge) {
    const request = this.#requests.of(item.type, item.id);
    const there = item.availability.plex || request?.status === 'available';
    const onItsWay = item.availability.requested || request;
    badge.hidden = !there && !onItsWay;
    badge.className = `badge ${there ? 'good' : 'accent'}`;
    badge.textContent = there ? say('badge.there') : request ? standing(request).words : say('details.requested');
  }

  #moved(request) {
    const seen = this.#seen.get(`${request.mediaType}/${request.tmdbId}`);
    if (!seen) return;
    if (['denied', 'cancelled'].includes(request.status)) seen.item.availability.requested = false;
    this.#mark(seen.item, seen.badge);
  }
}

function keyOf(item) {
  return `${item.type}/${item.id}`;
}
