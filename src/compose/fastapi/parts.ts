import type { Workspace } from '../../generator.ts';
import type { PlannedFile } from '../../stages.ts';
import { type Endpoint, endpointView } from './endpoint-view.ts';
import { finished } from './finished.ts';
import { refuseOtherModel } from './refuse-standing.ts';

/** What a resource is made of, and a generator each that writes it with what it stands on. */
type Part = 'model' | 'schemas' | 'repository' | 'service' | 'endpoint';

interface Made {
  readonly own: readonly Part[];
  readonly needs: readonly Part[];
}

const made = {
  model: { own: ['model', 'schemas'], needs: [] },
  repository: { own: ['repository'], needs: ['model'] },
  service: { own: ['service'], needs: ['model', 'repository'] },
  endpoint: { own: ['endpoint'], needs: ['model', 'schemas', 'repository'] },
} satisfies Readonly<Record<string, Made>>;

export type PartName = keyof typeof made;

/**
 * The files of a part and of those that it stands on. What stands in the project of the latter, by
 * another generator or by a person, is used as it is and is not among them. What is a part's own and
 * was changed by somebody is, and will be in the way.
 *
 * @throws AnswerRefused - a model that stands has other fields
 */
export function partFiles(
  endpoint: Endpoint,
  generator: PartName,
  workspace: Workspace,
): readonly PlannedFile[] {
  const { own, needs }: Made = made[generator];
  const wants = (path: string) =>
    [...own, ...needs].includes(partOf(path)) && isWanted(path, endpoint);
  const isOwn = (path: string) => own.includes(partOf(path)) && !path.endsWith('/__init__.py');
  const view = endpointView(endpoint);
  const files = ['endpoint', 'service']
    .flatMap((folder) => workspace.render.folder(`stacks/fastapi/${folder}`, view, wants))
    .flatMap((file) => finished(file, endpoint.kept) ?? [])
    .filter((file) => isOwn(file.path) || isLeft(file, generator, workspace));
  const isOfModel = ({ path }: PlannedFile) => path.endsWith('/models.py');
  if (!files.some(isOfModel)) refuseOtherModel(endpoint, workspace);
  return files;
}

/** Whether a file that a part stands on is left to write. */
function isLeft(
  { path, text }: PlannedFile,
  generator: PartName,
  { project, manifest }: Workspace,
): boolean {
  const there = project.read(path)?.replaceAll('\r\n', '\n');
  if (there === undefined) return true;
  const isByUs = manifest.files[path]?.generator === generator;
  // An endpoint with other answers is told all that it would replace; a part keeps to itself.
  return isByUs && (there === text || generator === 'endpoint');
}

/** The part that a file belongs to, by its path. */
function partOf(path: string): Part {
  const name = path.split('/').at(-1)!;
  if (/^(test_)?schemas\.py$/.test(name)) return 'schemas';
  if (path.startsWith('tests/support/'))
    return name.endsWith('_repository.py') ? 'repository' : 'model';
  if (/^(test_)?models\.py$/.test(name)) return 'model';
  if (name === '__init__.py') return path.startsWith('tests/integration/') ? 'repository' : 'model';
  if (/^(test_)?(service|exceptions|service_dependencies)\.py$/.test(name)) return 'service';
  return /repositor(y|ies)|dependencies/.test(name) ? 'repository' : 'endpoint';
}

/** The files of the stores that it has, and the tests of what it can do. */
function isWanted(path: string, { stores, operations, kept }: Endpoint): boolean {
  if (path.startsWith('tests/integration/') && !kept.keepsRealStores) return false;
  if (path.endsWith('redis_repository.py')) return stores.includes('redis');
  if (path.endsWith('neo4j_repository.py')) return stores.includes('neo4j');
  if (path.endsWith('/test_api.py'))
    return operations.includes('create') && operations.includes('read');
  return true;
}
