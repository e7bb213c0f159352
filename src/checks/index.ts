import bodyToolsAreGranted from './body-tools-are-granted.ts';
import budgetIsKept from './budget-is-kept.ts';
import commandsCanRun from './commands-can-run.ts';
import dataBlocksParse from './data-blocks-parse.ts';
import descriptionFits from './description-fits.ts';
import examplesStandAlone from './examples-stand-alone.ts';
import factsAgree from './facts-agree.ts';
import fencesEndWhereMeant from './fences-end-where-meant.ts';
import frontMatterIsWhole from './front-matter-is-whole.ts';
import globsAreValid from './globs-are-valid.ts';
import globsMatchFiles from './globs-match-files.ts';
import handoffsAgree from './handoffs-agree.ts';
import handoffsDoNotWiden from './handoffs-do-not-widen.ts';
import handoffsHaveTakers from './handoffs-have-takers.ts';
import handoffsLeadSomewhere from './handoffs-lead-somewhere.ts';
import hypertoolAgrees from './hypertool-agrees.ts';
import keysAreRead from './keys-are-read.ts';
import lettersAreWhatTheySeem from './letters-are-what-they-seem.ts';
import listsAreLists from './lists-are-lists.ts';
import memoriesAreCurrent from './memories-are-current.ts';
import modelsAreCurrent from './models-are-current.ts';
import namesAgree from './names-agree.ts';
import noEmptySection from './no-empty-section.ts';
import noPlaceholderLeft from './no-placeholder-left.ts';
import noSecretInside from './no-secret-inside.ts';
import numbersFollowOn from './numbers-follow-on.ts';
import pathsAreLinked from './paths-are-linked.ts';
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
import routesAgree from './routes-agree.ts';
import rulesAgree from './rules-agree.ts';
import rulesStandOnce from './rules-stand-once.ts';
import serversAreUsed from './servers-are-used.ts';
import sizeFits from './size-fits.ts';
import skillsLoad from './skills-load.ts';
import textIsClean from './text-is-clean.ts';
import toolsAreKnown from './tools-are-known.ts';
import toolsTakeEffect from './tools-take-effect.ts';
import twinsAgree from './twins-agree.ts';
import urlsAreWhole from './urls-are-whole.ts';
import valuesAreKnown from './values-are-known.ts';
import versionsAgree from './versions-agree.ts';
import workCanBeDone from './work-can-be-done.ts';

/** Every check, in the order in which they run. */
export const checks = [
  placeIsRead,
  fencesEndWhereMeant,
  frontMatterIsWhole,
  skillsLoad,
  keysAreRead,
  valuesAreKnown,
  descriptionFits,
  modelsAreCurrent,
  toolsAreKnown,
  toolsTakeEffect,
  bodyToolsAreGranted,
  workCanBeDone,
  serversAreUsed,
  hypertoolAgrees,
  proseIsEnforced,
  namesAgree,
  handoffsLeadSomewhere,
  handoffsHaveTakers,
  handoffsAgree,
  handoffsDoNotWiden,
  personasAreReachable,
  factsAgree,
  twinsAgree,
  versionsAgree,
  routesAgree,
  globsAreValid,
  globsMatchFiles,
  referencesResolve,
  pathsAreLinked,
  urlsAreWhole,
  memoriesAreCurrent,
  noPlaceholderLeft,
  noEmptySection,
  listsAreLists,
  numbersFollowOn,
  rulesStandOnce,
  rulesAgree,
  dataBlocksParse,
  commandsCanRun,
  pythonParses,
  pythonNamesAreBound,
  pythonCallsFit,
  pythonApiIsCurrent,
  pythonDoesNotBlock,
  pythonExamplesAreSound,
  examplesStandAlone,
  noSecretInside,
  textIsClean,
  lettersAreWhatTheySeem,
  sizeFits,
  budgetIsKept,
];
