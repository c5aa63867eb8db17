// Hosts engine clients of Lodestar's, each of them Lodestar's own code, and tells what they know.
//
//   node engine-clients.mjs DIRECTORY PORT
//
// DIRECTORY has the unpacked package of the beacon node and the packages that it imports; PORT of
// 127.0.0.1 is where JSON-RPC is spoken:
//   isReady()
//   connect(options, head)  makes an engine client of the options that Lodestar's command line
//                           makes, and lets it tell the node that head; answers its number
//   tell(number)            what that engine client knows, and what it logged
//   disconnect(number)      ends its calls
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

const [directory, port] = process.argv.slice(2);
const lodestar = (file) => import(pathToFileURL(`${directory}/package/lib/${file}`));
const { defaultExecutionEngineHttpOpts, getExecutionEngineHttp } = await lodestar("execution/engine/index.js");
const { getDefaultGraffiti } = await lodestar("util/graffiti.js");
const { getLodestarClientVersion } = await lodestar("util/metadata.js");

/** As short as a slot can be here: twelve seconds on mainnet. */
const SLOT_IN_MILLISECONDS = 200;

const clients = [];

function connect(given, head) {
  const options = { ...defaultExecutionEngineHttpOpts, ...given };
  const end = new AbortController();
  const log = [];
  const at = (level) => (message, context, error) =>
    log.push([level, message, error?.message].filter(Boolean).join(" | "));
  const logger = { error: at("error"), warn: at("warn"), info: at("info"), debug: at("debug") };
  const engine = getExecutionEngineHttp(options, { signal: end.signal, logger, metrics: null });
  clients.push({ engine, options, log, end });
  void drive(engine, head, end.signal);
  return clients.length - 1;
}

/** All that a beacon node without new blocks does: it tells the head once a slot. */
async function drive(engine, head, end) {
  while (!end.aborted) {
    await engine.notifyForkchoiceUpdate("deneb", head, head, head).catch(() => {
      // The engine client has noted it in its state.
    });
    await new Promise((resume) => setTimeout(resume, SLOT_IN_MILLISECONDS));
  }
}

function tell(number) {
  const { engine, options, log } = clients[number];
  return {
    state: engine.state,
    executionClient: engine.clientVersion ?? null,
    graffiti: getDefaultGraffiti(getLodestarClientVersion(options), engine.clientVersion, options),
    log,
  };
}

function disconnect(number) {
  clients[number].end.abort();
  return true;
}

const methods = { isReady: () => true, connect, tell, disconnect };

createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) {
    body += chunk;
  }
  const { id, method, params } = JSON.parse(body);
  response.end(JSON.stringify({ jsonrpc: "2.0", id, result: methods[method](...params) }));
}).listen(Number(port), "127.0.0.1");

// Ends with the program that started it, however that ends.
process.stdin.on("end", () => process.exit()).resume();
