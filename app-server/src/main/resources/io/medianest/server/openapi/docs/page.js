'use strict';

// The page makes itself from openapi.json: a list, a card for each operation, and a form to try it. Text from the
// document or from replies is only ever set as text.

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const state = { document: null };

const byId = id => document.getElementById(id);

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'onclick') made.addEventListener('click', value);
    else if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child !== undefined));
  return made;
}

// The little Markdown that the document uses: paragraphs, `code`, **bold**, *emphasis*.
function prose(text) {
  return (text ?? '').trim().split(/\n\s*\n/).filter(Boolean).map(paragraph => {
    const made = element('p');
    for (const part of paragraph.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*)/)) {
      if (part.startsWith('`')) made.append(element('code', {}, part.slice(1, -1)));
      else if (part.startsWith('**')) made.append(element('strong', {}, part.slice(2, -2)));
      else if (part.startsWith('*')) made.append(element('em', {}, part.slice(1, -1)));
      else made.append(part);
    }
    return made;
  });
}

function resolved(node) {
  if (!node?.$ref) return node;
  const target = node.$ref.slice(2).split('/').reduce((at, key) => at?.[key.replace(/~1/g, '/').replace(/~0/g, '~')],
    state.document);
  return { ...resolved(target), ...Object.fromEntries(Object.entries(node).filter(([key]) => key !== '$ref')) };
}

// In a few words: string, one of a, b; array of Incident; integer, 1 to 100.
function typeOf(schema) {
  const name = schema?.$ref?.split('/').pop();
  const made = resolved(schema) ?? {};
  if (made.enum) return 'one of ' + made.enum.join(', ');
  if (made.const !== undefined) return JSON.stringify(made.const);
  if (made.type === 'array') return 'array of ' + typeOf(made.items);
  if (made.type === 'object' || made.allOf || made.properties) return name ?? 'object';
  const words = [[made.type].flat().filter(Boolean).join(' or ') || 'anything'];
  if (made.format) words.push(made.format);
  if (made.minimum !== undefined && made.maximum !== undefined) words.push(`${made.minimum} to ${made.maximum}`);
  else if (made.minimum !== undefined) words.push(`from ${made.minimum}`);
  if (made.maxLength) words.push(`up to ${made.maxLength} characters`);
  if (made.default !== undefined) words.push(`else ${made.default}`);
  return words.join(', ');
}

// The fields of an object, with those of what it is made of.
function fieldsOf(schema) {
  const made = resolved(schema) ?? {};
  const fields = new Map();
  const required = new Set(made.required ?? []);
  for (const [name, field] of Object.entries(made.properties ?? {})) fields.set(name, field);
  for (const part of made.allOf ?? []) {
    const inner = fieldsOf(part);
    inner.fields.forEach((field, name) => fields.set(name, field));
    inner.required.forEach(name => required.add(name));
  }
  return { fields, required };
}

function fieldTable(schema) {
  const { fields, required } = fieldsOf(schema);
  if (fields.size === 0) return undefined;
  return element('table', {}, ...[...fields].map(([name, field]) => {
    const description = resolved(field)?.description;
    return element('tr', {},
      element('td', {}, element('code', {}, name), required.has(name) ? '' : element('span', { class: 'type' }, ' optional')),
      element('td', {}, element('span', { class: 'type' }, typeOf(field)), ...prose(description)));
  }));
}

function exampleOf(content) {
  const media = Object.values(content ?? {})[0];
  const example = media?.example ?? resolved(media?.schema)?.examples?.[0];
  if (example === undefined) return undefined;
  return typeof example === 'string' ? example : JSON.stringify(example, null, 2);
}

function parameterRows(operation) {
  return (operation.parameters ?? []).map(resolved).map(parameter => {
    const choices = resolved(parameter.schema)?.enum;
    const label = { 'data-name': parameter.name, 'data-in': parameter.in, 'aria-label': parameter.name };
    const field = choices
      ? element('select', label, ...(parameter.required ? [] : [element('option', { value: '' }, '')]),
        ...choices.map(choice => element('option', {}, choice)))
      : element('input', { ...label, autocomplete: 'off', placeholder: parameter.example ?? '' });
    return element('tr', {},
      element('td', {}, element('code', {}, parameter.name), ' ',
        parameter.required ? element('span', { class: 'needed' }, 'required') : ''),
      element('td', {}, element('span', { class: 'type' }, typeOf(parameter.schema)), ...prose(parameter.description)),
      element('td', { class: 'field' }, field));
  });
}

function replies(operation) {
  const list = element('div', { class: 'replies' });
  for (const [status, reference] of Object.entries(operation.responses ?? {})) {
    const reply = resolved(reference);
    const example = exampleOf(reply.content);
    const data = fieldsOf(Object.values(reply.content ?? {})[0]?.schema).fields.get('data');
    list.append(element('details', {},
      element('summary', {}, element('span', { class: 'status ' + (status < 400 ? 'ok' : 'not') }, status), ' ',
        ...prose(reply.description)),
      status < 300 && data ? fieldTable(data) : undefined,
      example ? element('pre', {}, element('code', {}, example)) : undefined));
  }
  return list;
}

function addressOf(path, form) {
  let address = path;
  const query = new URLSearchParams();
  for (const field of form.querySelectorAll('[data-in]')) {
    const value = field.value || (field.dataset.in === 'path' ? field.placeholder : '');
    if (field.dataset.in === 'path') address = address.replace(`{${field.dataset.name}}`, encodeURIComponent(value));
    else if (field.dataset.in === 'query' && value) query.set(field.dataset.name, value);
  }
  const server = new URL(state.document.servers[0].url, location.href).pathname;
  return server + address + (query.size ? '?' + query : '');
}

// A change by cookie needs its token; whoever has a bearer token does not.
async function headersFor(method, hasBody) {
  const headers = {};
  const token = byId('token').value.trim();
  if (hasBody) headers['Content-Type'] = 'application/json';
  if (token) headers.Authorization = 'Bearer ' + token;
  else if (method !== 'get') {
    const reply = await fetch('csrf/token');
    if (reply.ok) headers['X-CSRF-Token'] = (await reply.json()).data.token;
  }
  return headers;
}

async function tryIt(method, path, form, answer) {
  const body = form.querySelector('textarea')?.value.trim();
  const begun = performance.now();
  answer.replaceChildren();
  try {
    const address = addressOf(path, form);
    const headers = await headersFor(method, Boolean(body));
    const reply = await fetch(address, { method: method.toUpperCase(), headers, body: body || undefined });
    const content = await shown(reply);
    answer.append(element('div', { class: 'line' },
      element('span', { class: 'status ' + (reply.ok ? 'ok' : 'not') }, String(reply.status)),
      element('span', {}, `${Math.round(performance.now() - begun)} ms`),
      element('code', {}, `${method.toUpperCase()} ${address}`)), content);
  } catch (failure) {
    answer.append(element('p', { class: 'status not' }, `The server could not be asked: ${failure.message}`));
  }
}

async function shown(reply) {
  const type = reply.headers.get('Content-Type') ?? '';
  if (type.startsWith('image/')) {
    return element('img', { src: URL.createObjectURL(await reply.blob()), alt: 'The picture that was answered' });
  }
  const text = await reply.text();
  const pretty = type.includes('json') && text ? JSON.stringify(JSON.parse(text), null, 2) : text;
  return element('pre', {}, element('code', {}, pretty || '(no body)'));
}

function card(method, path, operation) {
  const form = element('div');
  const answer = element('div', { class: 'answer', 'aria-live': 'polite' });
  const rows = parameterRows(operation);
  const requestBody = resolved(operation.requestBody);
  const schema = requestBody?.content?.['application/json']?.schema;
  if (rows.length) form.append(element('h3', {}, 'Parameters'), element('table', {}, ...rows));
  if (requestBody) {
    const text = element('textarea', { spellcheck: 'false', 'aria-label': 'Body' });
    text.value = exampleOf(requestBody.content) ?? '';
    form.append(element('h3', {}, 'Body'), fieldTable(schema) ?? '', text);
  }
  const send = element('button', {
    type: 'button',
    class: 'send',
    onclick: async () => {
      send.disabled = true;
      await tryIt(method, path, form, answer);
      send.disabled = false;
    }
  }, 'Try it');
  return element('details', { class: 'operation', id: operation.operationId },
    element('summary', {}, element('span', { class: `verb ${method}` }, method.toUpperCase()),
      element('code', { class: 'path' }, path), element('span', { class: 'what' }, operation.summary ?? ''),
      element('span', { class: 'access' }, operation['x-access'] ?? '')),
    element('div', { class: 'inside' }, ...prose(operation.description), form,
      element('h3', {}, ''), send, answer, element('h3', {}, 'Replies'), replies(operation)));
}

function operationsOf(tag) {
  return Object.entries(state.document.paths).flatMap(([path, item]) => METHODS
    .filter(method => item[method]?.tags?.includes(tag))
    .map(method => ({ method, path, operation: item[method] })));
}

function show() {
  const { info, tags } = state.document;
  byId('version').textContent = info.version;
  byId('summary').textContent = info.summary;
  byId('description').append(...prose(info.description));
  byId('operations').replaceChildren();
  for (const tag of tags) {
    const operations = operationsOf(tag.name);
    byId('operations').append(element('section', {}, element('h2', {}, tag.name), ...prose(tag.description),
      ...operations.map(each => card(each.method, each.path, each.operation))));
    byId('contents').append(element('div', {}, element('h2', {}, tag.name),
      ...operations.map(({ method, path, operation }) => element('a', {
        href: '#' + operation.operationId,
        'data-words': `${method} ${path} ${operation.summary}`.toLowerCase()
      }, element('span', { class: `verb ${method}` }, method.toUpperCase()), element('span', {}, operation.summary)))));
  }
  openNamed();
}

function openNamed() {
  const named = location.hash && byId(location.hash.slice(1));
  if (named instanceof HTMLDetailsElement) {
    named.open = true;
    named.scrollIntoView();
  }
}

function filter() {
  const wanted = byId('filter').value.trim().toLowerCase();
  for (const group of byId('contents').children) {
    const links = [...group.querySelectorAll('a')];
    links.forEach(link => link.classList.toggle('hidden', !link.dataset.words.includes(wanted)));
    group.classList.toggle('hidden', links.every(link => link.classList.contains('hidden')));
  }
}

async function sayWho() {
  const token = byId('token').value.trim();
  sessionStorage.setItem('token', token);
  const reply = await fetch('auth/session', { headers: token ? { Authorization: 'Bearer ' + token } : {} });
  const body = await reply.json();
  byId('who').textContent = reply.ok ? `${body.data.user.username}, ${body.data.user.role}` : body.error.message;
}

function switchTheme() {
  const light = matchMedia('(prefers-color-scheme: light)').matches;
  const now = document.documentElement.dataset.theme ?? (light ? 'light' : 'dark');
  const next = now === 'light' ? 'dark' : 'light';
  document.documentElement.dataset.theme = next;
  localStorage.setItem('theme', next);
}

async function start() {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset.theme = theme;
  byId('theme').addEventListener('click', switchTheme);
  byId('filter').addEventListener('input', filter);
  byId('token').value = sessionStorage.getItem('token') ?? '';
  byId('token').addEventListener('change', sayWho);
  window.addEventListener('hashchange', openNamed);
  state.document = await (await fetch('openapi.json')).json();
  show();
  await sayWho();
}

start().catch(failure => {
  byId('operations').replaceChildren(element('p', {}, `The document could not be loaded: ${failure.message}`));
});
