// An unmodified socket.io-client that a test drives: takes a command a line, and says a line for whatever happens.
// Bytes travel as {"$bytes": "Base64"}.
import { createInterface } from "node:readline";
import { io } from "socket.io-client";

const { address, options, token } = JSON.parse(process.argv[2]);
let lastSeq;

function say(event, ...args) {
  process.stdout.write(JSON.stringify({ event, args: args.map(written) }) + "\n");
}

function written(value) {
  if (value instanceof Uint8Array) {
    return { $bytes: Buffer.from(value).toString("base64") };
  }
  return mapped(value, written);
}

function read(value) {
  return value?.$bytes === undefined ? mapped(value, read) : Buffer.from(value.$bytes, "base64");
}

function mapped(value, change) {
  if (Array.isArray(value)) {
    return value.map(change);
  }
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, change(inside)]));
  }
  return value;
}

const socket = io(address, {
  ...options,
  forceNew: true,
  auth: (send) => send(lastSeq === undefined ? { token } : { token, lastSeq }),
});

socket.io.on("open", () => socket.io.engine.once("upgrade", (transport) => say("upgrade", transport.name)));
socket.on("connect", () => say("connect", socket.io.engine.transport.name));
socket.on("disconnect", (reason) => say("disconnect", reason));
socket.on("connect_error", (error) => say("connect_error", { message: error.message, data: error.data ?? {} }));
socket.onAny((event, ...args) => {
  if (args[0]?.seq !== undefined) {
    lastSeq = args[0].seq;
  }
  if (typeof args.at(-1) === "function") {
    args.pop()("received", ...args);
  }
  say(event, ...args);
});

createInterface({ input: process.stdin })
  .on("line", (line) => {
    const { command, args } = JSON.parse(line);
    switch (command) {
      case "emit":
        socket.emit(...read(args));
        break;
      case "ask":
        socket.emit(...read(args), (...answer) => say("answer", ...answer));
        break;
      case "disconnect":
        socket.disconnect();
        break;
    }
  })
  .on("close", () => process.exit());
