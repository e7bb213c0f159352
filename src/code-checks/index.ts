import annotatedDependencies from './annotated-dependencies.ts';
import arrangeActAssert from './arrange-act-assert.ts';
import asyncIo from './async-io.ts';
import asyncTests from './async-tests.ts';
import connectionPooling from './connection-pooling.ts';
import coverageGates from './coverage-gates.ts';
import documentedEndpoints from './documented-endpoints.ts';
import fixturesForData from './fixtures-for-data.ts';
import integrationTestsOnRealStores from './integration-tests-on-real-stores.ts';
import mockExternalServices from './mock-external-services.ts';
import noSecrets from './no-secrets.ts';
import parametrizedTests from './parametrized-tests.ts';
import pydanticModels from './pydantic-models.ts';
import rateLimits from './rate-limits.ts';
import repositoryPattern from './repository-pattern.ts';
import safeCypher from './safe-cypher.ts';
import specificExceptions from './specific-exceptions.ts';
import structuredLogging from './structured-logging.ts';
import typeHints from './type-hints.ts';

/** The checks that hold our conventions, by the names that the conventions call them. */
export const codeChecks = [
  annotatedDependencies,
  arrangeActAssert,
  asyncIo,
  asyncTests,
  connectionPooling,
  coverageGates,
  documentedEndpoints,
  fixturesForData,
  integrationTestsOnRealStores,
  mockExternalServices,
  noSecrets,
  parametrizedTests,
  pydanticModels,
  rateLimits,
  repositoryPattern,
  safeCypher,
  specificExceptions,
  structuredLogging,
  typeHints,
];
