// Names the real world and hands it in; everything else in this folder takes values.
import { runAction } from '#shared/runtime/run-action';
import { carryOut } from './carry-out.ts';
import { definition } from './inputs.ts';

await runAction(definition, (input, run) => carryOut(input, run, process.argv[1] ?? ''));
