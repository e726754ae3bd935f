// Puts the page together: who is signed in, which part is in front, what is told live.

import { get, onSignedOut } from './api.js';
import { Details } from './details.js';
import { el, icon, toast } from './dom.js';
import { RequestList } from './list.js';
import { Live } from './live.js';
import { Me } from './me.js';
import { Requests } from './requests.js';
import { Search } from './search.js';
import { signInView } from './signin.js';
import { language, say, sentence } from './words.js';

const TITLE = /^#\/title\/(movie|tv)\/(\d+)$/;
const PLACES = [
  { hash: '#/', name: 'nav.search', shape: 'search' },
  { hash: '#/requests', name: 'nav.requests', shape: 'list' },
  { hash: '#/me', name: 'nav.me', shape: 'person' },
];

const app = document.getElementById('app');
const requests = new Requests();
const live = new Live({ state: begun, event: happened, connection: showConnection, refused: signedOut });

let user = null;
let frame = null;

/** The parts that are left and come back to as they were. */
let parts = null;

document.documentElement.lang = language;
addEventListener('hashchange', () => user && show());
onSignedOut(() => user && signedOut());
requests.listen(tell);
begin();

async function begin() {
  try {
    const session = await get('/auth/session');
    signedIn(session.user);
  } catch (problem) {
    if (['UNAUTHORIZED', 'USER_NOT_FOUND'].includes(problem.code)) signedOut();
    else app.replaceChildren(failure(problem));
  }
}

function failure(problem) {
  return el('main', { class: 'empty' },
    el('p', { role: 'alert' }, sentence(problem)),
    el('button', { type: 'button', class: 'button', onclick: begin }, say('problem.retry')));
}

function signedIn(person) {
  user = person;
  requests.clear();
  parts = {
    search: new Search(requests),
    list: new RequestList(requests, user),
    me: new Me(user, signedOut),
  };
  frame = build();
  app.replaceChildren(frame.root);
  show();
  live.open();
}

function signedOut() {
  user = null;
  live.close();
  requests.clear();
  frame?.closePart?.();
  parts?.list.close();
  parts?.search.close();
  parts = frame = null;
  app.replaceChildren(signInView(signedIn));
}

function build() {
  const links = PLACES.map(({ hash, name, shape }) =>
    el('a', { href: hash, class: 'place' }, icon(shape), el('span', {}, say(name))));
  const light = el('span', { class: 'live', role: 'status' });
  const content = el('main', { id: 'content', tabindex: '-1' });
  const root = el('div', { class: 'frame' },
    el('a', { class: 'skip', href: '#content', onclick: skip }, say('app.skip')),
    el('header', {}, el('img', { src: '/web/icon.svg', alt: '', width: 28, height: 28 }), el('b', {}, 'MediaNest'), light),
    content,
    el('nav', { 'aria-label': say('nav.name') }, links[0], links[1], links[2]));
  return { root, links, light, content, places: new Map(), at: null };
}

function skip(click) {
  click.preventDefault();
  frame.content.focus();
}

/** Brings to the front what the address names; where the reader was in it is where they are again. */
function show() {
  const hash = location.hash || '#/';
  if (frame.at !== null) frame.places.set(frame.at, scrollY);
  frame.at = hash;
  const title = TITLE.exec(hash);
  const part = title ? new Details(requests, title[1], title[2]) : partAt(hash);
  frame.closePart?.();
  frame.closePart = title ? () => part.close() : undefined;
  frame.content.replaceChildren(part.node);
  part.shown?.();
  frame.links.forEach((link) => {
    const here = link.getAttribute('href') === hash || (title && link === frame.links[0]);
    if (here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  });
  scrollTo(0, frame.places.get(hash) ?? 0);
  if (title) frame.content.focus({ preventScroll: true });
}

function partAt(hash) {
  if (hash === '#/requests') return parts.list;
  if (hash === '#/me') return parts.me;
  return parts.search;
}

function showConnection(isLive) {
  if (!frame) return;
  frame.light.textContent = say(isLive ? 'live.on' : 'live.off');
  frame.light.classList.toggle('on', isLive);
}

/** What is open now. What was and is not among it has been decided elsewhere meanwhile; reading tells how. */
function begun(state) {
  const decided = requests.openBut(state.requests);
  requests.putAll(state.requests);
  parts?.list.read(decided);
}

function happened(name, content) {
  if (name.startsWith('mediaRequest:')) {
    requests.put(content.request);
  } else if (name === 'notification:new' && !aboutRequest(content.notification)) {
    toast([content.notification.title, content.notification.message].filter(Boolean).join(' · '));
  }
}

/** Those are told already, by the request itself. */
function aboutRequest(notification) {
  return String(notification.type ?? '').startsWith('request');
}

function tell(request, before) {
  if (!user) return;
  const mine = request.userId === user.id;
  if (!before) {
    const fresh = request.status === 'pending' && Date.now() - Date.parse(request.createdAt) < 60000;
    if (!mine && fresh) toast(say('news.created', request.username ?? '', request.title));
    return;
  }
  if (!mine) return;
  if (request.stage === 'failed' && before.stage !== 'failed') toast(say('news.failed', request.title), 'bad');
  else if (request.status === before.status) return;
  else if (request.status === 'available') toast(say('news.available', request.title), 'good');
  else if (request.status === 'approved') toast(say('news.approved', request.title));
  else if (request.status === 'denied') toast(say('news.denied', request.title), 'bad');
}
