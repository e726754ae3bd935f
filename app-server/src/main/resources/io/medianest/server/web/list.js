// My requests, live; and for those who decide, what waits for a yes.

import { get, post, remove } from './api.js';
import { button, during, el, poster, toast } from './dom.js';
import { say, sentence, standing } from './words.js';

const PAGE = 50;

/** How far a request is, while it is under way. */
export function progress(request) {
  const at = standing(request);
  return at.progress && el('progress', { max: 100, value: at.progress, class: at.tone, 'aria-label': at.words });
}

/** What the server lists, page by page; how far one has read stays so when it is read anew. */
class Listing {
  #path;
  #arrived;
  #pages = 1;

  /** The way on, or what went wrong. */
  end = el('div', { class: 'end' });

  constructor(path, arrived) {
    this.#path = path;
    this.#arrived = arrived;
  }

  /** @return what was read; what could not be is told at the end of the list */
  async read() {
    const read = [];
    try {
      let more = true;
      for (let page = 1; more && page <= this.#pages; page++) {
        const { requests, pagination } = await get(`${this.#path}limit=${PAGE}&page=${page}`);
        this.#arrived(requests);
        read.push(...requests);
        more = pagination.hasNext;
      }
      this.end.replaceChildren(...(more ? [this.#further()] : []));
    } catch (problem) {
      this.end.replaceChildren(el('p', { role: 'alert' }, sentence(problem)),
        button(say('problem.retry'), '', () => this.read()));
    }
    return read;
  }

  #further() {
    const further = button(say('requests.more'), '', () => during(further, () => {
      this.#pages++;
      return this.read();
    }, told));
    return further;
  }
}

export class RequestList {
  #requests;
  #user;
  #waiting = el('ul', { class: 'rows' });
  #allWaiting = new Listing('/media/requests?scope=all&status=pending&', (some) => this.#arrived(some));
  #waitingPart = el('section', { hidden: true }, el('h2', {}, say('requests.waiting')), this.#waiting,
    this.#allWaiting.end);
  #mine = el('ul', { class: 'rows' });
  #allMine = new Listing('/media/requests?', (some) => this.#arrived(some));
  #state = el('div', { class: 'state', role: 'status' });
  #rows = new Map();
  /** The requests whose taking back was asked for once: a row that is drawn anew must not forget it. */
  #sure = new Set();
  #stop;

  constructor(requests, user) {
    this.#requests = requests;
    this.#user = user;
    this.node = el('div', {}, el('h1', {}, say('requests.title')), this.#waitingPart,
      el('section', {}, el('h2', {}, say('requests.mine')), this.#state, this.#mine, this.#allMine.end));
    this.#stop = requests.listen((request) => this.#show(request));
  }

  close() {
    this.#stop();
  }

  /**
   * All that was shown, so that nothing that was missed stays missed. What one list meets is not the other's.
   *
   * @param decided requests that are not as they are known: what is not read anew of them is forgotten
   */
  async read(decided = []) {
    const lists = this.#user.role === 'admin' ? [this.#allMine, this.#allWaiting] : [this.#allMine];
    const read = (await Promise.all(lists.map((list) => list.read()))).flat();
    this.#leave(decided.filter(({ id }) => !read.some((request) => request.id === id)));
  }

  #arrived(requests) {
    this.#requests.putAll(requests);
    this.#order();
  }

  #leave(decided) {
    this.#requests.forget(decided);
    decided.forEach(({ id }) => this.#requests.get(id) || this.#rows.delete(id));
    this.#order();
  }

  /** Draws one row anew. A reason that somebody is typing stays. */
  #show(request) {
    const row = this.#rows.get(request.id) ?? el('li', { class: 'row' });
    const isNew = !this.#rows.has(request.id);
    this.#rows.set(request.id, row);
    this.#draw(row, request);
    if (isNew || row.parentNode !== this.#placeOf(request)) this.#order();
  }

  #placeOf(request) {
    const decides = this.#user.role === 'admin' && request.status === 'pending' && request.stage !== 'failed';
    if (decides) return this.#waiting;
    return request.userId === this.#user.id ? this.#mine : null;
  }

  #order() {
    const all = this.#requests.all();
    const at = (place) => all.filter((request) => this.#placeOf(request) === place).map(({ id }) => this.#rows.get(id));
    arrange(this.#waiting, at(this.#waiting));
    arrange(this.#mine, at(this.#mine));
    this.#waitingPart.hidden = !this.#waiting.hasChildNodes() && !this.#allWaiting.end.hasChildNodes();
    const something = this.#mine.hasChildNodes() || this.#allMine.end.hasChildNodes() || !this.#waitingPart.hidden;
    this.#state.replaceChildren(...(something ? [] : [
      el('p', {}, say('requests.none')), el('p', { class: 'quiet' }, say('requests.noneNext'))]));
  }

  #draw(row, request) {
    const { words, tone } = standing(request);
    const about = [
      request.year, request.quality, request.userId !== this.#user.id && say('requests.by', request.username ?? '?'),
    ].filter(Boolean).join(' · ');
    row.replaceChildren(
      poster(request.title, request.poster),
      el('div', { class: 'row-words' },
        el('a', { href: `#/title/${request.mediaType}/${request.tmdbId}` }, request.title),
        el('span', { class: 'quiet small' }, about),
        request.comment && el('q', { class: 'small' }, request.comment),
        el('span', { class: `standing ${tone}` }, words),
        request.reason && el('span', { class: 'small' }, request.reason),
        progress(request)),
      this.#actions(request));
  }

  #actions(request) {
    const place = el('div', { class: 'actions' });
    if (this.#placeOf(request) === this.#waiting) this.#decisions(place, request);
    else if (request.stage === 'failed' && this.#user.role === 'admin') {
      place.append(this.#verb('requests.retry', '', request, 'retry', 'requests.retried'));
    }
    if (request.status === 'pending' && request.userId === this.#user.id) this.#cancel(place, request);
    return place;
  }

  #decisions(place, request) {
    const deny = button(say('requests.deny'), '', () => place.replaceChildren(this.#denyForm(place, request)));
    place.replaceChildren(this.#verb('requests.approve', 'primary', request, 'approve', 'requests.approved'), deny);
  }

  #denyForm(place, request) {
    const reason = el('input', { name: 'reason', maxlength: 500, 'aria-label': say('requests.denyReason'),
      placeholder: say('requests.denyReason') });
    const send = el('button', { class: 'button danger' }, say('requests.denySend'));
    const form = el('form', { class: 'stack' }, reason,
      el('div', { class: 'actions' }, send, button(say('requests.leave'), '', () => this.#draw(this.#rows.get(request.id), request))));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#do(send, request, 'deny', 'requests.denied', reason.value.trim());
    });
    queueMicrotask(() => reason.focus());
    return form;
  }

  #verb(words, style, request, verb, done) {
    const control = button(say(words), style, () => this.#do(control, request, verb, done));
    return control;
  }

  #do(control, request, verb, done, comment = '') {
    during(control, async () => {
      this.#requests.put(await post(`/media/requests/${request.id}/${verb}`, comment ? { comment } : {}));
      toast(say(done, request.title));
    }, told);
  }

  /** Asks once more before it takes back. */
  #cancel(place, request) {
    const words = this.#sure.has(request.id) ? 'requests.cancelSure' : 'requests.cancel';
    const control = button(say(words), 'plain', () => {
      if (this.#sure.delete(request.id)) {
        during(control, async () => {
          await remove(`/media/requests/${request.id}`);
          this.#requests.put({ ...request, status: 'cancelled', version: request.version + 1 });
          toast(say('requests.cancelled', request.title));
        }, told);
        return;
      }
      this.#sure.add(request.id);
      control.textContent = say('requests.cancelSure');
    });
    place.append(control);
  }
}

function told(problem) {
  toast(sentence(problem), 'bad');
}

/** Puts rows in order and touches only those that are elsewhere, so that none loses what is typed into it. */
function arrange(place, rows) {
  const keep = new Set(rows);
  [...place.children].forEach((row) => keep.has(row) || row.remove());
  rows.forEach((row, at) => place.children[at] === row || place.insertBefore(row, place.children[at] ?? null));
}
