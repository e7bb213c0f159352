import { beforeAll, describe, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { copyOf, filesIn, folder } from '../support/disk.ts';

let app: string;
beforeAll(async () => {
  app = folder();
  await persona(app, ['app', 'demo']);
});

const quest = ['--path', '/players/{player_id}/quests', '--fields', 'title:str; reward:int=0'];
const service = 'src/demo/core/pagination.py';

describe('one part after the other', () => {
  test.concurrent('writes what is missing, and the second time nothing', async () => {
    const root = copyOf(app);
    const all = [
      ['model', 'quest', ...quest],
      ['repository', 'quest'],
      ['service', 'quest'],
      ['endpoint', 'quest'],
      ['test', 'src/demo/quests/service.py:QuestService.save', '--kind', 'integration'],
    ];
    for (const words of all) {
      const { code, stdout } = await persona(root, words);
      expect([words[0], code]).toEqual([words[0], 0]);
      expect(stdout).toContain('Wrote:');
    }
    const before = filesIn(root);

    for (const words of all) {
      const { code, stdout } = await persona(root, words);
      expect([words[0], code]).toEqual([words[0], 0]);
      expect(stdout).toContain('Nothing was written.');
    }

    expect(filesIn(root)).toEqual(before);
  });

  test.concurrent('what somebody changed of a part is in the way of that part alone', async () => {
    const root = copyOf(app);
    await persona(root, ['model', 'quest', ...quest]);
    const path = 'src/demo/quests/schemas.py';
    const files = filesIn(root);
    const changed = folder({ ...files, [path]: `${files[path]}\n# Mine.\n` });

    const [again, more] = [
      await persona(changed, ['model', 'quest', ...quest]),
      await persona(changed, ['repository', 'quest']),
    ];

    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain(path);
    expect(more.code).toBe(0);
    expect(filesIn(changed)[path]).toContain('# Mine.');
  });
});

describe('it refuses, and nothing is written:', () => {
  test.concurrent.each([
    [['model', 'page'], 'NameRefused', 'page_item'],
    [['model', 'quest', '--fields', 'class:str'], 'FieldRefused', 'class_name'],
    [['repository', 'quest', '--path', '/a b'], 'PathRefused', '{player_id}'],
    [['repository', 'quest', '--store', 'mysql'], 'ChoiceUnknown', 'neo4j'],
    [['service', 'quest', '--owner', 'guild_id'], 'AnswerRefused', '`user`'],
    [['service', 'quest', '--package', 'other'], 'ProjectUnfit', 'create-persona app'],
    [['model'], 'AnswerMissing', '--name'],
    [['test'], 'AnswerMissing', '--module'],
    [['test', 'src/demo/core/paginatoin.py'], 'ModuleUnfit', 'pagination.py'],
    [['test', '../elsewhere.py'], 'ModuleUnfit', 'a module of the project'],
    [['test', 'src/demo/__init__.py'], 'ModuleUnfit', 'private'],
    [['test', `${service}:decode`], 'FunctionNotFound', 'decode_cursor'],
    [['test', service, '--kind', 'fuzzy'], 'ChoiceUnknown', 'parametrized'],
  ])('%j', async (words, problem, mend) => {
    const root = copyOf(app);
    const before = filesIn(root);

    const { code, stdout, stderr } = await persona(root, words);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`(${problem})`);
    expect(stderr).toContain(mend);
    expect(filesIn(root)).toEqual(before);
  });
});
