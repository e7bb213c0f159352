export { guard } from '../guard/main.ts';
