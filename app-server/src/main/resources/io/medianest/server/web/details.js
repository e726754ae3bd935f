// All about one title, and asking for it.

import { get, post } from './api.js';
import { button, during, el, icon, outside, poster, toast } from './dom.js';
import { progress } from './list.js';
import { say, sentence, standing } from './words.js';

const QUALITIES = ['720p', '1080p', '4K'];
const USUAL = '1080p';
const FACES = 8;

export class Details {
  #requests;
  #type;
  #id;
  #item = null;
  #place = el('section', { class: 'card ask' });
  #stop;

  constructor(requests, type, id) {
    this.#requests = requests;
    this.#type = type;
    this.#id = id;
    this.#stop = requests.listen((request) => {
      if (this.#item && request.mediaType === type && request.tmdbId === id) this.#showStanding();
    });
    this.node = el('article', { class: 'details', 'aria-busy': 'true' }, this.#back());
    this.#read();
  }

  close() {
    this.#stop();
  }

  #back() {
    const leave = () => (history.length > 1 ? history.back() : location.replace('#/'));
    return button(icon('back'), 'icon back', leave, { 'aria-label': say('details.back') });
  }

  async #read() {
    try {
      this.#item = await get(`/media/${this.#type}/${this.#id}`);
      this.node.replaceChildren(this.#back(), ...this.#content());
      this.#showStanding();
    } catch (problem) {
      this.node.replaceChildren(this.#back(), el('div', { class: 'state' },
        el('p', { role: 'alert' }, sentence(problem)), button(say('problem.retry'), '', () => this.#read())));
    }
    this.node.removeAttribute('aria-busy');
  }

  #content() {
    const item = this.#item;
    const backdrop = item.backdrop && el('img', { class: 'backdrop', src: item.backdrop, alt: '' });
    backdrop?.addEventListener('error', () => backdrop.remove());
    return [
      backdrop,
      el('div', { class: 'head' }, poster(item.title, item.poster),
        el('div', {}, el('h1', {}, item.title), el('p', { class: 'quiet' }, facts(item)),
          item.genres.length > 0 && el('p', { class: 'chips' }, ...item.genres.map((genre) => el('span', {}, genre))))),
      el('div', { class: 'body' }, this.#place, el('div', {},
        el('p', { class: 'overview' }, item.overview || say('details.noOverview')),
        item.cast?.length > 0 && cast(item.cast))),
    ].filter(Boolean);
  }

  #showStanding() {
    const { availability } = this.#item;
    const request = this.#requests.of(this.#type, this.#id);
    if (availability.plex || request?.status === 'available') {
      this.#place.replaceChildren(el('p', { class: 'standing good' }, say('details.inLibrary')),
        (availability.plexUrl && outside(availability.plexUrl, say('details.openInPlex'), 'button')) || '');
    } else if (request) {
      const { words, tone } = standing(request);
      this.#place.replaceChildren(el('p', { class: `standing ${tone}` }, words), progress(request) || '');
    } else if (availability.requested && !this.#isOver(availability.requestId)) {
      this.#place.replaceChildren(el('p', { class: 'standing accent' }, say('details.requested')),
        el('p', { class: 'quiet' }, say('details.requestedBySomebody')));
    } else {
      this.#place.replaceChildren(this.#form());
    }
  }

  #isOver(requestId) {
    return ['denied', 'cancelled'].includes(this.#requests.get(requestId)?.status);
  }

  #form() {
    const trouble = el('p', { class: 'trouble', role: 'alert' });
    const send = el('button', { class: 'button primary' }, say('ask.send'));
    const form = el('form', { class: 'stack' }, el('h2', {}, say('ask.title')),
      choices(say('ask.quality'), 'radio', 'quality', QUALITIES.map((name) => [name, name, name === USUAL])),
      this.#seasons(),
      el('label', { for: 'comment' }, say('ask.comment')),
      el('textarea', { id: 'comment', name: 'comment', rows: 2, maxlength: 500 }),
      trouble, send);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      trouble.textContent = '';
      during(send, () => this.#ask(new FormData(form), trouble), (problem) => { trouble.textContent = sentence(problem); });
    });
    return form;
  }

  #seasons() {
    const seasons = (this.#item.seasons ?? []).filter((season) => season.seasonNumber > 0);
    return seasons.length > 1 && choices(say('ask.seasons'), 'checkbox', 'season',
      seasons.map(({ seasonNumber }) => [seasonNumber, say('ask.season', seasonNumber), true]));
  }

  async #ask(answers, trouble) {
    const offered = this.#place.querySelectorAll('[name=season]').length;
    const seasons = answers.getAll('season').map(Number);
    if (offered > 0 && seasons.length === 0) {
      trouble.textContent = say('ask.noSeason');
      return;
    }
    const request = await post('/media/request', {
      tmdbId: this.#id,
      mediaType: this.#type,
      quality: answers.get('quality'),
      comment: answers.get('comment').trim() || undefined,
      seasons: offered > 0 && seasons.length < offered ? seasons : undefined,
    });
    toast(say('ask.done', request.title), 'good');
    this.#requests.put(request);
    this.#showStanding();
  }
}

function facts(item) {
  return [item.year, say(`type.${item.type}`), runtime(item.runtime),
    item.rating > 0 && say('details.rating', item.rating.toFixed(1))].filter(Boolean).join(' · ');
}

function runtime(minutes) {
  if (!minutes) return '';
  return minutes < 60
    ? say('details.minutes', minutes)
    : say('details.hours', Math.floor(minutes / 60), minutes % 60);
}

/** @param options of each: value, words, whether it is chosen */
function choices(words, type, name, options) {
  return el('fieldset', {}, el('legend', {}, words), el('div', { class: 'choices' }, ...options.map(([value, label, on]) =>
    el('label', {}, el('input', { type, name, value, checked: on }), el('span', {}, label)))));
}

function cast(people) {
  return el('section', {}, el('h2', {}, say('details.cast')), el('ul', { class: 'cast' }, ...people.slice(0, FACES).map((person) =>
    el('li', {}, el('b', {}, person.name), person.character && el('span', { class: 'quiet' }, person.character)))));
}
