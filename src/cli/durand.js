#!/usr/bin/env node
import { register } from 'tsx/esm/api';

// Whatever configuration lies where the command is called from has no part in it.
register({ tsconfig: false });
const { main } = await import('./main.js');
await main(process.argv.slice(2));
