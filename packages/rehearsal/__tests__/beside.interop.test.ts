// The drills of what happens beside a roll-out, one by one, as `npm start` plays them.
import { playAlone } from './play-drills.ts';

playAlone('beside a roll-out');
