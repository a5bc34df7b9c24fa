// A child for test/opa/process-host.test.ts: the request says how to misbehave.
const scripts = {
  answer: () => process.send({ kind: "answered", reply: String(process.pid), blob: new Uint8Array([1, 2]) }),
  options: () =>
    process.send({
      kind: "answered",
      reply: JSON.stringify([process.env.NODE_OPTIONS ?? null, process.execArgv]),
      blob: new Uint8Array(),
    }),
  exit: () => {
    console.error("going down");
    process.exit(3);
  },
  kill: () => process.kill(process.pid, "SIGKILL"),
  throw: () => {
    throw new Error("unforeseen");
  },
  disconnect: () => {
    setInterval(() => {}, 1000);
    setImmediate(() => process.disconnect());
  },
  "be silent": () => setInterval(() => {}, 1000),
  "be busy": () => {
    for (;;);
  },
};

process.on("message", ({ request }) => scripts[request]());
