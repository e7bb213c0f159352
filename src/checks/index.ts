import bodyToolsAreGranted from './body-tools-are-granted.ts';
import budgetIsKept from './budget-is-kept.ts';
import descriptionFits from './description-fits.ts';
import frontMatterIsWhole from './front-matter-is-whole.ts';
import globsAreValid from './globs-are-valid.ts';
import handoffsLeadSomewhere from './handoffs-lead-somewhere.ts';
import keysAreRead from './keys-are-read.ts';
import listsAreLists from './lists-are-lists.ts';
import namesAgree from './names-agree.ts';
import noEmptySection from './no-empty-section.ts';
import noPlaceholderLeft from './no-placeholder-left.ts';
import placeIsRead from './place-is-read.ts';
import referencesResolve from './references-resolve.ts';
import textIsClean from './text-is-clean.ts';
import toolsAreKnown from './tools-are-known.ts';

/** Every check, in the order in which they run. */
export const checks = [
  placeIsRead,
  frontMatterIsWhole,
  keysAreRead,
  descriptionFits,
  toolsAreKnown,
  bodyToolsAreGranted,
  namesAgree,
  handoffsLeadSomewhere,
  globsAreValid,
  referencesResolve,
  noPlaceholderLeft,
  noEmptySection,
  listsAreLists,
  textIsClean,
  budgetIsKept,
];
