import { defineCodeCheck } from '../code-check.ts';
import { at } from '../python/module.ts';
import { argumentsOf, calleeOf, isFilled } from '../python/function.ts';
import type { Node } from '../python/parser.ts';

export default defineCodeCheck({
  name: 'structured-logging',
  why: 'Finds `print`, the root logger, and messages with values mixed in. Whether a line tells what an operator would ask, and no more, a person must judge.',
  example: 'src/app/sessions.py',

  *remarks(module) {
    for (const call of module.all('call')) {
      const name = calleeOf(call);
      if (name === 'print') {
        yield {
          ...at(call),
          says: '`print` has no level, no time and no fields.',
          mend: 'Log it: `logger.info("…", extra={…})`.',
        };
      }
      const [, logger, level] = /^(?:\w+\.)*(_?log(?:ger|ging)?)\.(\w+)$/i.exec(name) ?? [];
      if (logger === undefined || !levels.test(level!)) continue;
      if (logger === 'logging') {
        yield {
          ...at(call),
          says: 'The root logger does not say which module speaks.',
          mend: 'Use `logger = logging.getLogger(__name__)`.',
        };
      }
      const message = argumentsOf(call).filter(({ type }) => type !== 'keyword_argument');
      const [text, ...values] = level === 'log' ? message.slice(1) : message;
      if (text === undefined || (!isMixed(text) && values.length === 0)) continue;
      yield {
        ...at(text),
        says: 'The message changes with its values: it can be neither searched nor counted.',
        mend: 'Keep the message constant, and put the values into `extra={…}`.',
      };
    }
  },
});

const levels = /^(debug|info|warning|warn|error|exception|critical|log)$/;

/** An f-string, `"…" + x`, `"…" % x`, `"…".format(x)`. */
const isMixed = (message: Node): boolean =>
  message.type === 'binary_operator' ||
  (message.type === 'call' && /\.format$/.test(calleeOf(message))) ||
  (/string$/.test(message.type) && isFilled(message));
