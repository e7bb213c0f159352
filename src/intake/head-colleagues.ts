import type { Colleague } from '../importer.ts';
import { asMap, type HeadReader } from './dialect.ts';
import { oneLine, several } from './names.ts';

/** `handoffs: [{ agent, label, prompt }]` and `agents: [name]` of VS Code. */
export function colleaguesInHead({ value, lineOf }: HeadReader): readonly Colleague[] {
  const handoffs = value('handoffs');
  const listed = Array.isArray(handoffs) ? handoffs.map(asMap) : [];
  return [
    ...listed.flatMap((each, nth): Colleague[] => {
      const called = oneLine(each['agent']);
      const says = oneLine(each['prompt']) || oneLine(each['label']);
      const line = lineOf('handoffs', nth, 'agent');
      return called === ''
        ? []
        : [{ called, how: 'delegate', line, ...(says !== '' && { for: says }) }];
    }),
    ...several(value('agents'))
      .filter((called) => called !== '*')
      .map((called): Colleague => ({ called, how: 'delegate', line: lineOf('agents') })),
  ];
}
