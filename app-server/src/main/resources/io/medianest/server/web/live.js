// What happens elsewhere, as it happens: a small Socket.IO 5 client over WebSocket.
//
// Engine.IO 4 packets begin with a digit (0 open, 2 ping, 3 pong, 4 message); the messages are Socket.IO packets, which
// begin with another (0 connect, 1 disconnect, 2 event, 3 acknowledgement, 4 refused).

const SHORTEST_PAUSE = 1000;
const LONGEST_PAUSE = 30000;
const EVENT = /^42(\d*)(\[.*)$/s;

export class Live {
  #listeners;
  #socket = null;
  #seq = null;
  #failures = 0;
  #silence = 0;
  #timer = 0;
  #patience = 60000;
  #wanted = false;

  /** @param listeners state(state), event(name, content), connection(isLive), refused() */
  constructor(listeners) {
    this.#listeners = listeners;
    addEventListener('online', () => this.#again());
    document.addEventListener('visibilitychange', () => document.hidden || this.#again());
  }

  open() {
    this.#wanted = true;
    this.#connect();
  }

  close() {
    this.#wanted = false;
    this.#seq = null;
    clearTimeout(this.#timer);
    this.#drop();
  }

  /** Whoever looks at the page again does not want to wait for the next attempt. */
  #again() {
    if (this.#wanted && !this.#socket) {
      this.#failures = 0;
      this.#connect();
    }
  }

  #connect() {
    clearTimeout(this.#timer);
    this.#drop();
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/socket.io/?EIO=4&transport=websocket`);
    this.#socket = socket;
    socket.onmessage = ({ data }) => socket === this.#socket && this.#received(data);
    socket.onclose = () => socket === this.#socket && this.#lost();
    this.#listen();
  }

  #received(packet) {
    this.#listen();
    const event = EVENT.exec(packet);
    if (event) this.#happened(event[1], JSON.parse(event[2]));
    else if (packet.startsWith('0')) this.#greet(JSON.parse(packet.slice(1)));
    else if (packet === '2') this.#socket.send('3');
    else if (packet.startsWith('44') || packet.startsWith('41')) this.#refused(packet);
  }

  #greet(opened) {
    this.#patience = opened.pingInterval + opened.pingTimeout;
    const been = this.#seq === null ? {} : { lastSeq: this.#seq };
    this.#socket.send(`40${JSON.stringify(been)}`);
  }

  #happened(acknowledgement, [name, content]) {
    if (acknowledgement) this.#socket.send(`43${acknowledgement}[]`);
    if (name === 'state:initial' || name === 'state:sync') {
      this.#seq = content.seq;
      this.#failures = 0;
      this.#listeners.connection(true);
      this.#listeners.state(content);
      return;
    }
    if (typeof content?.seq === 'number') {
      // Something was missed: a new connection begins with all that there is.
      if (content.seq !== this.#seq + 1) return this.#connect();
      this.#seq = content.seq;
    }
    this.#listeners.event(name, content);
  }

  /** Signed out, suspended, or not known any more: nothing that trying again would change. */
  #refused(packet) {
    const code = packet.startsWith('44') ? JSON.parse(packet.slice(2)).data?.code : 'UNAUTHORIZED';
    if (['UNAUTHORIZED', 'ACCOUNT_SUSPENDED', 'USER_NOT_FOUND'].includes(code)) {
      this.close();
      this.#listeners.refused();
      return;
    }
    this.#lost();
  }

  #listen() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lost(), this.#patience);
  }

  #lost() {
    this.#drop();
    if (!this.#wanted) return;
    const pause = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** this.#failures++);
    this.#timer = setTimeout(() => this.#connect(), pause * (0.75 + Math.random() / 2));
  }

  #drop() {
    clearTimeout(this.#silence);
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.close();
      this.#listeners.connection(false);
    }
  }
}
