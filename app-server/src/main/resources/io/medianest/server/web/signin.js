// Signing in: with Plex, or with a code that somebody who is signed in shows.

import { post, signIn } from './api.js';
import { button, during, el, outside } from './dom.js';
import { say, sentence } from './words.js';

/** Sign-ins are limited to ten a minute. */
const LOOK_AGAIN = 7000;
const CODE_IN_ADDRESS = /^#pair=([A-Za-z0-9-]{6,12})$/;

/** @param signedIn is called with the person */
export function signInView(signedIn) {
  const trouble = el('p', { class: 'trouble', role: 'alert' });
  const failed = (problem) => { trouble.textContent = sentence(problem); };
  const plex = el('div', { class: 'stack' });
  const begin = button(say('signIn.plex'), 'primary', () => {
    trouble.textContent = '';
    during(begin, () => withPlex(plex, begin, signedIn, failed), failed);
  });
  plex.append(begin);
  const form = pairing(signedIn, trouble, failed);
  return el('main', { class: 'sign-in' },
    el('img', { src: '/web/icon.svg', alt: '', width: 64, height: 64 }),
    el('h1', {}, 'MediaNest'),
    el('p', { class: 'quiet' }, say('signIn.title')),
    plex,
    el('p', { class: 'or' }, say('signIn.or')),
    form,
    trouble,
    el('p', { class: 'quiet small' }, say('signIn.lead')));
}

function pairing(signedIn, trouble, failed) {
  const code = el('input', {
    id: 'code', name: 'code', required: true, autocomplete: 'one-time-code', autocapitalize: 'characters',
    spellcheck: 'false', maxlength: 12, 'aria-describedby': 'code-help',
  });
  const device = el('input', { id: 'device', name: 'device', required: true, maxlength: 100, value: deviceName() });
  const send = el('button', { class: 'button' }, say('signIn.pair'));
  const form = el('form', { class: 'stack card' },
    el('label', { for: 'code' }, say('signIn.code')), code,
    el('p', { id: 'code-help', class: 'quiet small' }, say('signIn.codeHelp')),
    el('label', { for: 'device' }, say('signIn.device')), device,
    send);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    trouble.textContent = '';
    during(send, async () => {
      signedIn(await signIn('/auth/pair', { code: code.value, deviceName: device.value, browser: true }));
    }, failed);
  });
  takeCodeFromAddress(code, form);
  return form;
}

/** Whoever scanned the picture has the code in the address already; it is good once, so it does not stay there. */
function takeCodeFromAddress(code, form) {
  const given = CODE_IN_ADDRESS.exec(location.hash);
  if (!given) return;
  history.replaceState(null, '', location.pathname);
  code.value = given[1];
  queueMicrotask(() => form.requestSubmit());
}

function deviceName() {
  const agent = navigator.userAgent;
  const known = ['iPhone', 'iPad', 'Android', 'Macintosh', 'Windows', 'Linux'].find((name) => agent.includes(name));
  return { Macintosh: 'Mac', Windows: 'Windows PC' }[known] ?? known ?? 'Browser';
}

async function withPlex(place, begin, signedIn, failed) {
  const pin = await post('/auth/plex/pin', { clientName: 'MediaNest' });
  let timer = 0;
  const end = () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', back);
    place.replaceChildren(begin);
  };
  const look = async () => {
    clearTimeout(timer);
    try {
      const person = await signIn('/auth/plex/verify', { pinId: pin.id, rememberMe: true });
      end();
      signedIn(person);
    } catch (problem) {
      if (['PIN_NOT_AUTHORIZED', 'RATE_LIMIT_EXCEEDED', 'OFFLINE'].includes(problem.code)) {
        timer = setTimeout(look, Math.max(LOOK_AGAIN, (problem.retryAfter || 0) * 1000));
        return;
      }
      end();
      failed(problem);
    }
  };
  const back = () => document.hidden || look();
  document.addEventListener('visibilitychange', back);
  timer = setTimeout(look, LOOK_AGAIN);
  const open = outside(pin.authUrl, say('signIn.plexOpen'), 'button primary');
  place.replaceChildren(open, el('p', { class: 'quiet' }, say('signIn.plexWait')),
    button(say('signIn.plexCancel'), 'plain', end));
  open.focus();
}
