import { start } from '../main/index.js';
await start('dns-cutover');
