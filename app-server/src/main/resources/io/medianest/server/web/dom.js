// Builds elements. Texts become text nodes, never markup: titles come from strangers.

/** @param {...(Node|string|null|undefined|false)} children */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child || child === 0));
  return node;
}

const SHAPES = {
  search: 'M15.5 14h-.8l-.3-.3a6.5 6.5 0 1 0-.7.7l.3.3v.8l5 5 1.5-1.5zm-6 0a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9z',
  list: 'M4 6h12v2H4zm0 5h12v2H4zm0 5h8v2H4zm13.6 2.4-2.5-2.5 1.4-1.4 1.1 1.1 3-3 1.4 1.4z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm0 2c-2.7 0-8 1.3-8 4v2h16v-2c0-2.7-5.3-4-8-4z',
  back: 'M20 11H7.8l5.6-5.6L12 4l-8 8 8 8 1.4-1.4L7.8 13H20z',
  clear: 'M19 6.4 17.6 5 12 10.6 6.4 5 5 6.4l5.6 5.6L5 17.6 6.4 19l5.6-5.6 5.6 5.6 1.4-1.4-5.6-5.6z',
};

/** A picture that says nothing which the words beside it do not say. */
export function icon(shape) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', SHAPES[shape]);
  svg.append(path);
  return svg;
}

/** A poster, or the first letter of the title where there is none. */
export function poster(title, address) {
  const frame = el('span', { class: 'poster' }, el('span', { 'aria-hidden': 'true' }, title.trim().charAt(0)));
  if (address) {
    const picture = el('img', { src: address, alt: '', loading: 'lazy', decoding: 'async' });
    picture.addEventListener('error', () => picture.remove());
    frame.append(picture);
  }
  return frame;
}

export function button(words, style, action, more = {}) {
  return el('button', { type: 'button', class: `button ${style}`, onclick: action, ...more }, words);
}

/** A link to another site, only if it is one. */
export function outside(address, words, style) {
  const safe = /^https?:\/\//i.test(address);
  return safe && el('a', { href: address, class: style, target: '_blank', rel: 'noopener noreferrer' }, words);
}

export function toast(words, tone = '') {
  const node = el('p', { class: `toast ${tone}` }, words);
  document.getElementById('toasts').append(node);
  setTimeout(() => node.remove(), 6000);
}

/** Runs what a button starts: once at a time, and a failure becomes a sentence. */
export async function during(control, work, failed) {
  if (control.disabled) return;
  control.disabled = true;
  control.setAttribute('aria-busy', 'true');
  try {
    await work();
  } catch (problem) {
    failed(problem);
  } finally {
    control.disabled = false;
    control.removeAttribute('aria-busy');
  }
}
