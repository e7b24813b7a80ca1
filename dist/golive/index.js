#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < 22) {
  console.error(`golive needs Node 22 or newer, and this is ${process.version}`);
  process.exit(2);
}
const { start } = await import('../main/index.js');
await start('golive');
