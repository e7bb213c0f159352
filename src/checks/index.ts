import bodyToolsAreGranted from './body-tools-are-granted.ts';
import budgetIsKept from './budget-is-kept.ts';
import descriptionFits from './description-fits.ts';
import examplesStandAlone from './examples-stand-alone.ts';
import frontMatterIsWhole from './front-matter-is-whole.ts';
import globsAreValid from './globs-are-valid.ts';
import globsMatchFiles from './globs-match-files.ts';
import handoffsAgree from './handoffs-agree.ts';
import handoffsDoNotWiden from './handoffs-do-not-widen.ts';
import handoffsLeadSomewhere from './handoffs-lead-somewhere.ts';
import keysAreRead from './keys-are-read.ts';
import listsAreLists from './lists-are-lists.ts';
import namesAgree from './names-agree.ts';
import noEmptySection from './no-empty-section.ts';
import noPlaceholderLeft from './no-placeholder-left.ts';
import personasAreReachable from './personas-are-reachable.ts';
import placeIsRead from './place-is-read.ts';
import proseIsEnforced from './prose-is-enforced.ts';
import pythonApiIsCurrent from './python-api-is-current.ts';
import pythonCallsFit from './python-calls-fit.ts';
import pythonDoesNotBlock from './python-does-not-block.ts';
import pythonExamplesAreSound from './python-examples-are-sound.ts';
import pythonNamesAreBound from './python-names-are-bound.ts';
import pythonParses from './python-parses.ts';
import referencesResolve from './references-resolve.ts';
import serversAreUsed from './servers-are-used.ts';
import textIsClean from './text-is-clean.ts';
import toolsAreKnown from './tools-are-known.ts';
import toolsTakeEffect from './tools-take-effect.ts';
import workCanBeDone from './work-can-be-done.ts';

/** Every check, in the order in which they run. */
export const checks = [
  placeIsRead,
  frontMatterIsWhole,
  keysAreRead,
  descriptionFits,
  toolsAreKnown,
  toolsTakeEffect,
  bodyToolsAreGranted,
  workCanBeDone,
  serversAreUsed,
  proseIsEnforced,
  namesAgree,
  handoffsLeadSomewhere,
  handoffsAgree,
  handoffsDoNotWiden,
  personasAreReachable,
  globsAreValid,
  globsMatchFiles,
  referencesResolve,
  noPlaceholderLeft,
  noEmptySection,
  listsAreLists,
  pythonParses,
  pythonNamesAreBound,
  pythonCallsFit,
  pythonApiIsCurrent,
  pythonDoesNotBlock,
  pythonExamplesAreSound,
  examplesStandAlone,
  textIsClean,
  budgetIsKept,
];
