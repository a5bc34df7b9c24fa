#!/usr/bin/env node
import { main } from "../dist/cli/main.js";
import { systemTerminal } from "../dist/cli/system-terminal.js";

process.exitCode = await main(process.argv.slice(2), systemTerminal());
