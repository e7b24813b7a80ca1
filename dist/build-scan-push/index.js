import { start } from '../main/index.js';
await start('build-scan-push');
