// Who is signed in, at which server, and the way out.

import { get, post } from './api.js';
import { button, during, el, toast } from './dom.js';
import { say, sentence } from './words.js';

export class Me {
  #server = el('dl', {});

  constructor(user, signedOut) {
    const leave = button(say('me.signOut'), '', () => during(leave, async () => {
      await post('/auth/logout');
      signedOut();
    }, (problem) => toast(sentence(problem), 'bad')));
    this.node = el('div', { class: 'me' }, el('h1', {}, say('me.title')),
      el('section', { class: 'card stack' },
        el('p', {}, el('b', {}, user.username)),
        el('p', { class: 'quiet' }, say(user.role === 'admin' ? 'me.admin' : 'me.user')), leave),
      el('section', { class: 'card' }, this.#server));
  }

  async shown() {
    try {
      const info = await get('/server/info');
      this.#server.replaceChildren(
        el('dt', {}, say('me.server')), el('dd', {}, info.name),
        el('dt', {}, say('me.version')), el('dd', {}, info.version));
    } catch (problem) {
      this.#server.replaceChildren(el('dd', {}, sentence(problem)));
    }
  }
}
