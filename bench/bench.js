// `npm run bench`: every benchmark of the project, each with both sides in one run.
await import("./build.js");
