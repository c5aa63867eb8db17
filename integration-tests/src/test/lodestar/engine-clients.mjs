// Hosts engine clients of Lodestar and reports their state over JSON-RPC.
//
//   node engine-clients.mjs PORT
//
// The JSON-RPC methods on 127.0.0.1:PORT:
//   isReady()
//   connect(engineUrl, secret, isPrivate, head)  creates an engine client as Lodestar's command line
//                        does, which sends that head to the node once per slot; returns its number
//   describe(number)     the state and log of an engine client
//   disconnect(number)   ends its calls
import { createServer } from "node:http";

const port = process.argv[2];
const lodestar = (file) => import(`./node_modules/@lodestar/beacon-node/lib/${file}`);
const { defaultExecutionEngineHttpOpts, getExecutionEngineHttp } = await lodestar("execution/engine/index.js");
const { getDefaultGraffiti } = await lodestar("util/graffiti.js");
const { getLodestarClientVersion } = await lodestar("util/metadata.js");

/** Twelve seconds on mainnet. */
const MILLISECONDS_PER_SLOT = 200;

const PUBLIC = { version: "v1.44.0/e3d733b", commit: "e3d733b7", jwtVersion: "Lodestar/v1.44.0/e3d733b" };

const clients = [];

function connect(engineUrl, secret, isPrivate, head) {
  const options = {
    ...defaultExecutionEngineHttpOpts,
    urls: [engineUrl],
    jwtSecretHex: `0x${secret}`,
    ...(isPrivate ? { private: true } : PUBLIC),
  };
  const abort = new AbortController();
  const log = [];
  const at = (level) => (message, context, error) =>
    log.push([level, message, error?.message].filter(Boolean).join(" | "));
  const logger = { error: at("error"), warn: at("warn"), info: at("info"), debug: at("debug") };
  const engine = getExecutionEngineHttp(options, { signal: abort.signal, logger, metrics: null });
  clients.push({ engine, options, log, abort });
  void drive(engine, head, abort.signal);
  return clients.length - 1;
}

async function drive(engine, head, signal) {
  while (!signal.aborted) {
    await engine.notifyForkchoiceUpdate("deneb", head, head, head).catch(() => {
      // The engine client keeps the failure in its state.
    });
    await new Promise((resume) => setTimeout(resume, MILLISECONDS_PER_SLOT));
  }
}

function describe(number) {
  const { engine, options, log } = clients[number];
  return {
    state: engine.state,
    executionClient: engine.clientVersion ?? null,
    graffiti: getDefaultGraffiti(getLodestarClientVersion(options), engine.clientVersion, options),
    log,
  };
}

function disconnect(number) {
  clients[number].abort.abort();
  return true;
}

const methods = { isReady: () => true, connect, describe, disconnect };

createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) {
    body += chunk;
  }
  const { id, method, params } = JSON.parse(body);
  response.end(JSON.stringify({ jsonrpc: "2.0", id, result: methods[method](...params) }));
}).listen(Number(port), "127.0.0.1");

// Exits with the program that started it.
process.stdin.on("end", () => process.exit()).resume();
