import github from './github.ts';
import json from './json.ts';
import markdown from './markdown.ts';
import sarif from './sarif.ts';
import text from './text.ts';

/** Every way to tell of a run; the first is for people. */
export const reporters = [text, json, sarif, github, markdown];
