export { default } from './dist/contributor.js';
