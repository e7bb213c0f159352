import type { Workspace } from '../generator.ts';
import { answerMissing } from '../problems.ts';
import { text, texts } from '../questions.ts';
import type { Answers, PlannedFile } from '../stages.ts';
import { settleOnce, type Target } from '../target.ts';
import { kebab } from '../words.ts';
import { topicFile } from './memory.ts';

/**
 * What was learned, as a file of its own or as an entry of a topical memory.
 *
 * The grammar of both is that of the seed's family: front matter with category, date, component,
 * severity and tags; the sections below; a review after 3, 6 or 12 months by severity.
 */
const template = 'primitives/memory.md.hbs';

export const categories = [
  {
    value: 'implementation-failures',
    title: 'Something failed',
    problem: 'Problem',
    cause: 'Root Cause',
    solution: 'Solution',
  },
  {
    value: 'successful-patterns',
    title: 'Something worked',
    problem: 'Opportunity',
    cause: 'Rationale',
    solution: 'Pattern',
  },
  {
    value: 'architectural-decisions',
    title: 'Something was decided',
    problem: 'Problem',
    cause: 'Rationale',
    solution: 'Decision',
  },
] as const;

/** Months until the next review, by severity. */
export const severities = { critical: 3, high: 3, medium: 6, low: 12 } as const;
type Severity = keyof typeof severities;

interface Lesson {
  readonly title: string;
  readonly category: (typeof categories)[number];
  readonly component: string;
  readonly severity: Severity;
  readonly tags: readonly string[];
  readonly problem: string;
  readonly cause: string;
  readonly solution: string;
  readonly lesson: string;
}

/** A memory with front matter, named by its title and the day. */
export function lessonFile(
  answers: Answers,
  targets: readonly Target[],
  workspace: Workspace,
): PlannedFile {
  const lesson = lessonOf(answers, workspace);
  const { title, category, component, severity, tags } = lesson;
  const { today, render } = workspace;
  const body = render.text(template, {
    ...lesson,
    day: today,
    words: category,
    who: text(answers['who']) || `The team of ${workspace.facts().name}`,
    symptoms: texts(answers['symptoms']),
    impact: text(answers['impact']) || impacts[severity],
    investigation: texts(answers['investigation']),
    verification:
      text(answers['verification']) ||
      `\`${workspace.facts().test}\` passes with the change, and fails without it.`,
    when: text(answers['when']) || `You work on ${component}.`,
    whenNot: text(answers['when-not']) || `Other components, until somebody has seen it there too.`,
    related: texts(answers['related']),
    references: texts(answers['references']),
    nextReview: monthsAfter(today, severities[severity]),
  });
  const head = {
    category: category.value,
    date: today,
    component,
    severity,
    tags: tags.length === 0 ? [kebab(component)] : tags,
  };
  const file = `${category.value}/${kebab(title)}-${today}.memory.md`;
  return settleOnce({ kind: 'memory', file, head, body }, targets, {
    template: render.version(template),
  });
}

/** A dated entry at the end of a topical memory. Asked for twice, it is there once; what stood there stays. */
export function entryFile(
  topic: string,
  answers: Answers,
  targets: readonly Target[],
  workspace: Workspace,
): PlannedFile {
  const { title, component, severity, problem, cause, solution, lesson } = lessonOf(
    answers,
    workspace,
  );
  const heading = `## ${workspace.today}: ${title}`;
  const entry = [
    heading,
    '',
    `- **Component:** ${component}`,
    `- **Severity:** ${severity}`,
    ...(problem === '' ? [] : [`- **Problem:** ${problem}`]),
    ...(cause === '' ? [] : [`- **Root Causes:** ${cause}`]),
    `- **Lessons Learned:** ${lesson}`,
    `- **Prevention:** ${solution}`,
    '- **Status:** Active',
    '',
  ].join('\n');

  const fresh = topicFile(topic, entry.trimEnd(), targets, workspace);
  const there = workspace.project.read(fresh.path);
  if (there === undefined) return fresh;
  const clean = there.replaceAll('\r\n', '\n');
  if (clean.split('\n').includes(heading)) return { ...fresh, text: there };
  const dated = clean
    .replace(/^(\*\*Last Updated:\*\*) .*$/m, `$1 ${workspace.today}`)
    .replace(/\n*Nothing is recorded yet\.[^\n]*\n*$/, '\n');
  return { ...fresh, text: `${dated.trimEnd()}\n\n${entry}`, keeps: there };
}

function lessonOf(answers: Answers, workspace: Workspace): Lesson {
  const lesson = text(answers['lesson']);
  if (lesson === '') throw answerMissing('memory', 'lesson', 'What should the next person know?');
  const title = text(answers['name']);
  return {
    title,
    category: categories.find(({ value }) => value === answers['category']) ?? categories[0],
    component: text(answers['component']) || workspace.facts().name,
    severity: (text(answers['severity']) || 'medium') as Severity,
    tags: texts(answers['tags'])
      .flatMap((tag) => tag.split(','))
      .map(kebab)
      .filter((tag) => tag !== ''),
    problem: text(answers['problem']),
    cause: text(answers['cause']),
    solution: text(answers['solution']) || lesson,
    lesson,
  };
}

const impacts: Readonly<Record<Severity, string>> = {
  critical: 'Critical: users lose data or cannot work.',
  high: 'High: a feature does not work, or a release waits.',
  medium: 'Medium: the work is slowed down.',
  low: 'Low: a nuisance.',
};

/** The same day some months later, or the last day of a shorter month. Days are `2026-11-22`. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
