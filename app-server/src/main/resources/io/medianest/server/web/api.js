// The server's API: the cookie says who is asking, the CSRF token that it is this page.

const BASE = '/api/v1';
const CSRF_PROBLEMS = ['CSRF_TOKEN_MISSING', 'CSRF_TOKEN_INVALID', 'CSRF_TOKEN_EXPIRED'];

let csrfToken = null;
let whenSignedOut = () => {};

/** What the server, or the way to it, has against a request. */
export class Problem extends Error {
  constructor(code, message, retryAfter) {
    super(message);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export function onSignedOut(action) {
  whenSignedOut = action;
}

export const get = (path, signal) => call('GET', path, undefined, signal);
export const remove = (path) => change('DELETE', path);
export const post = (path, body = {}) => change('POST', path, body);

/** Signs in; the reply brings the token for what comes after. */
export async function signIn(path, body) {
  const signedIn = await call('POST', path, body);
  csrfToken = signedIn.csrfToken;
  return signedIn.user;
}

async function change(method, path, body) {
  csrfToken ??= await freshToken();
  try {
    return await call(method, path, body);
  } catch (problem) {
    if (!CSRF_PROBLEMS.includes(problem.code)) throw problem;
    csrfToken = await freshToken();
    return call(method, path, body);
  }
}

async function freshToken() {
  return (await call('GET', '/csrf/token')).token;
}

async function call(method, path, body, signal) {
  const headers = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET' && csrfToken) headers['X-CSRF-Token'] = csrfToken;
  const reply = await reach(BASE + path, { method, headers, signal, body: body && JSON.stringify(body) });
  const envelope = await read(reply);
  if (envelope.success) return envelope.data;
  const problem = new Problem(envelope.error.code, envelope.error.message, Number(reply.headers.get('Retry-After')));
  if (problem.code === 'UNAUTHORIZED') {
    csrfToken = null;
    whenSignedOut();
  }
  throw problem;
}

async function reach(address, options) {
  try {
    return await fetch(address, options);
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Problem('OFFLINE', 'The server does not answer');
  }
}

async function read(reply) {
  try {
    return await reply.json();
  } catch {
    throw new Problem('UNKNOWN', 'The server sent an answer that makes no sense');
  }
}
