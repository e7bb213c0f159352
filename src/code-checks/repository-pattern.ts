import { defineCodeCheck } from '../code-check.ts';
import { at } from '../python/module.ts';
import { importsOf, isIn } from '../python/imports.ts';
import { routesOf } from '../python/routes.ts';

export default defineCodeCheck({
  name: 'repository-pattern',
  why: 'Finds a router that imports a store, its driver or the dependency that hands one out, and a repository that knows of HTTP.',
  example: 'src/app/players/router.py',

  *remarks(module) {
    const isRepository = /repository\.py$/.test(module.path);
    const isRouter =
      !isRepository &&
      !module.path.endsWith('dependencies.py') &&
      (module.path.endsWith('router.py') || routesOf(module).length > 0);
    for (const { node, module: from, name } of importsOf(module)) {
      if (isRouter && (isIn(from, ...stores) || isClient(name))) {
        yield {
          ...at(node),
          says: `A router knows the store: \`${name || from}\`${name === '' ? '' : ` of \`${from}\``}.`,
          mend: 'Let it ask a repository, which `dependencies.py` picks.',
        };
      }
      if (isRepository && isIn(from, 'fastapi', 'starlette')) {
        yield {
          ...at(node),
          says: `A repository knows of HTTP: \`${name || from}\`.`,
          mend: 'Raise an error of the domain; who serves it turns it into a status.',
        };
      }
    }
  },
});

/** Drivers and mappers of stores, as Python knows them. */
const stores = [
  'redis',
  'aioredis',
  'neo4j',
  'motor',
  'pymongo',
  'sqlalchemy',
  'sqlmodel',
  'asyncpg',
  'psycopg',
  'sqlite3',
  'aiosqlite',
  'elasticsearch',
] as const;

/** What the application's own modules hand out: `RedisDep`, `get_neo4j`. */
const isClient = (name: string): boolean =>
  /^(Redis|Neo4j|Mongo|Postgres|Session|Db|Database)Dep$/.test(name) ||
  /^get_(redis|neo4j|mongo|driver|db|session|database)$/.test(name);
