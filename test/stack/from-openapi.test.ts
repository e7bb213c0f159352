import { describe, expect, test } from 'vitest';
import { service } from './ask.ts';
import { planFrom, read } from './from.ts';

/** An OpenAPI document answers the questions of `endpoint`; what it says beyond them is told. */

const shop = `openapi: 3.1.0
info: { title: Shop, version: "1" }
security: [{ bearer: [] }]
paths:
  /shops/{shopId}/orders:
    parameters:
      - { name: shopId, in: path, required: true, schema: { type: string } }
    get:
      operationId: listOrders
      responses: { "200": { $ref: '#/components/responses/Page' } }
    post:
      operationId: placeOrder
      summary: Take what a customer wants, and promise nothing yet
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/OrderCreate' }
      responses: { "201": { description: Made } }
  /shops/{shopId}/orders/{orderId}:
    get:
      operationId: getOrder
      parameters:
        - { name: orderId, in: path, required: true, schema: { type: string, format: uuid } }
      responses:
        "200":
          description: One
          content:
            application/json: { schema: { $ref: '#/components/schemas/Order' } }
    delete:
      operationId: dropOrder
      responses: { "204": { description: Gone } }
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
  responses:
    Page:
      description: A page
      content:
        application/json:
          schema:
            type: object
            properties:
              items: { type: array, items: { $ref: '#/components/schemas/Order' } }
              next_cursor: { type: [string, 'null'] }
  schemas:
    OrderCreate:
      type: object
      required: [note, day]
      properties:
        note: { type: string, minLength: 1, maxLength: 64 }
        day: { type: string, format: date }
        count: { type: integer, minimum: 1, maximum: 99, default: 1 }
        level: { type: string, enum: [low, high], default: low }
    Order:
      allOf:
        - { $ref: '#/components/schemas/OrderCreate' }
        - type: object
          properties:
            id: { type: string, format: uuid }
            createdAt: { type: string, format: date-time }
`;

const said = { from: 'openapi.yaml', operation: 'placeOrder' };
const demo = await service();
const answersOf = (text: string, more: object = {}) =>
  read({ 'openapi.yaml': text }, { ...said, ...more });

describe('a document becomes the answers', () => {
  const whole = {
    name: 'Order',
    path: '/shops/{shop_id}/orders',
    methods: ['GET,POST,DELETE'],
    fields: ['note:str(1..64)', 'day:date', 'count:int(1..99)=1', 'level:low|high=low'],
    summary: 'Take what a customer wants, and promise nothing yet',
  };

  test('and nothing of it is lost', async () => {
    expect(await answersOf(shop)).toEqual({ answers: whole, changes: [] });
  });

  test.each([
    ['by a method and a path', { operation: 'post /shops/{shop_id}/orders/' }],
    ['from a file below', { from: './openapi.yaml' }],
  ])('%s', async (_, more) => {
    expect((await answersOf(shop, more)).answers).toEqual(whole);
  });

  test('that is JSON', async () => {
    const { parse } = await import('yaml');
    const text = JSON.stringify(parse(shop), undefined, '\t');
    expect(await answersOf(text)).toEqual({ answers: whole, changes: [] });
  });

  test('that has one resource, and no operation is named', async () => {
    const { answers } = await read({ 'openapi.yaml': shop }, { from: 'openapi.yaml' });
    expect(answers['path']).toBe(whole.path);
  });

  test('and what is said beside it wins', async () => {
    const beside = { name: 'sale', fields: ['total:decimal'], methods: ['POST'] };
    const { answers } = await answersOf(shop, beside);
    expect(answers).toEqual({ ...whole, ...beside });
  });

  test('and gives the files that its answers give as flags', async () => {
    const plan = await planFrom('endpoint', said, { ...demo, 'openapi.yaml': shop });
    expect(plan.files).toEqual((await planFrom('endpoint', whole, demo)).files);
  });
});

/** One property of what one sends, beside a text that is there anyway. */
const withProperty = (schema: string, name = 'it') =>
  shop.replace(
    /note: \{ type: string, minLength: 1, maxLength: 64 \}/,
    `note: { type: string, minLength: 1, maxLength: 64 }\n        ${name}: ${schema}`,
  );

const fieldFrom = async (schema: string, name = 'it') => {
  const { answers, changes } = await answersOf(withProperty(schema, name));
  const fields = answers['fields'] as readonly string[];
  return {
    field: fields.find((each) => !/^(note|day|count|level):/.test(each)),
    lost: changes.map(({ path, line, what, because }) => `${path}:${line} ${what} ${because}`),
  };
};

describe('a property becomes a field', () => {
  test.each([
    ['{ type: string, minLength: 1, maxLength: 200 }', 'it:str'],
    ['{ type: string, maxLength: 20 }', 'it:str(0..20)'],
    ['{ type: string, minLength: 1, maxLength: 10000 }', 'it:text'],
    ['{ type: string, minLength: 2, maxLength: 9, default: "a, b" }', 'it:str(2..9)=a, b'],
    ['{ type: string, format: date-time }', 'it:datetime'],
    ['{ type: string, format: uuid }', 'it:uuid'],
    ['{ type: string, enum: [in stock, sold-out] }', 'it:in stock|sold-out'],
    ['{ enum: [a, b] }', 'it:a|b'],
    ['{ type: integer, format: int32 }', 'it:int(-2147483648..2147483647)'],
    ['{ type: integer, format: int64, minimum: 0 }', 'it:int(0..)'],
    ['{ type: integer, minimum: 0, exclusiveMinimum: true }', 'it:int(1..)'],
    ['{ type: integer, exclusiveMinimum: 0, exclusiveMaximum: 10 }', 'it:int(1..9)'],
    ['{ type: number, minimum: -1, maximum: 1, default: 0.5 }', 'it:float(-1..1)=0.5'],
    ['{ type: boolean, default: false }', 'it:bool=false'],
    ['{ anyOf: [{ type: number, minimum: 0 }, { type: string, pattern: x }] }', 'it:decimal(0..)'],
    ['{ type: object, additionalProperties: true, maxProperties: 50 }', 'it:dict={}'],
    ['{ type: array, maxItems: 50, items: { type: integer }, default: [] }', 'it:list[int]=[]'],
    ['{ allOf: [{ type: string, format: date }], description: A day }', 'it:date'],
    ['{ type: string, format: date, x-order: 3 }', 'it:date'],
  ])('%s', async (schema, expected) => {
    const { field, lost } = await fieldFrom(schema);
    expect(field).toBe(expected);
    expect(lost.filter((each) => !each.endsWith('has no default'))).toEqual([]);
  });
});

describe('what no field can hold is told with its line:', () => {
  const optional =
    'openapi.yaml:51 field it must be given: it is optional there, and has no default';
  test.each<[string, string | undefined, readonly string[]]>([
    [
      '{ type: string, format: email, maxLength: 9, default: a }',
      'it:str(0..9)=a',
      ['is not held to `format`'],
    ],
    [
      '{ type: string, maxLength: 9, pattern: "^a", default: a }',
      'it:str(0..9)=a',
      ['is not held to `pattern`'],
    ],
    ['{ type: string, default: a }', 'it:str(0..200)=a', ['has at most 200 letters']],
    ['{ type: integer, multipleOf: 5, default: 5 }', 'it:int=5', ['is not held to `multipleOf`']],
    ['{ type: number, minimum: 0.5, default: 1 }', 'it:float=1', ['is not held to `minimum`']],
    [
      '{ type: number, exclusiveMinimum: 0, default: 1 }',
      'it:float=1',
      ['is not held to `exclusiveMinimum`'],
    ],
    ['{ type: [boolean, "null"], default: true }', 'it:bool=true', ['cannot be `null`']],
    [
      '{ anyOf: [{ type: boolean }, { type: "null" }], default: true }',
      'it:bool=true',
      ['cannot be `null`'],
    ],
    ['{ type: boolean, nullable: true, default: true }', 'it:bool=true', ['cannot be `null`']],
    [
      '{ type: integer, maximum: 3, default: 7 }',
      'it:int(..3)',
      ['must be given: its default cannot be that of such a field'],
    ],
    [
      '{ type: object, maxProperties: 50, properties: { a: { type: string } } }',
      'it:dict={}',
      ['is a map of anything: its properties are not checked'],
    ],
    [
      '{ type: array, maxItems: 50, items: { type: string, format: uri } }',
      'it:list[str]=[]',
      ['holds any texts of 1 to 200 letters'],
    ],
    ['{ type: array, items: { type: integer } }', 'it:list[int]=[]', ['holds at most 50']],
    [
      '{ type: array, items: { type: object } }',
      undefined,
      ['is left out: it is a list of something else than texts or integers'],
    ],
    [
      '{ oneOf: [{ type: string }, { type: integer }] }',
      undefined,
      ['is left out: `oneOf` leaves open what it is'],
    ],
    [
      '{ type: [string, integer] }',
      undefined,
      ['is left out: `string or integer` is no type of a field'],
    ],
    ['{ enum: [1, 2], type: integer }', undefined, ['is left out: its choices are no texts']],
    ['{ const: a }', undefined, ['is left out: its choices cannot be those of a field']],
    ['{ type: string, format: binary }', undefined, ['is left out: it is no text']],
    ['{ }', undefined, ['is left out: it has no type']],
    [
      '{ $ref: "other.yaml#/It" }',
      undefined,
      ['is left out: `other.yaml#/It` is in another document'],
    ],
    [
      '{ type: string, readOnly: true }',
      undefined,
      ['is left out: only the server sets it (`readOnly`)'],
    ],
  ])('%s', async (schema, field, because) => {
    const found = await fieldFrom(schema);
    expect(found).toEqual({
      field,
      lost: because.map((each) => `openapi.yaml:51 field it ${each}`),
    });
  });

  test.each<[string, string | undefined, string]>([
    ['itsColour', 'its_colour:bool', 'is called `its_colour`'],
    ['id', undefined, 'is left out: every resource has one of itself'],
    ['class', undefined, 'is left out: it is a word of Python'],
    ['shopId', undefined, 'is left out: the path gives it'],
  ])('a property called %s', async (name, field, because) => {
    const found = await fieldFrom('{ type: boolean }', name);
    expect(found.field).toBe(field);
    expect(found.lost).toContain(`openapi.yaml:51 field ${name} ${because}`);
  });

  test('a property that is optional and has no default', async () => {
    expect(await fieldFrom('{ type: boolean }')).toEqual({ field: 'it:bool', lost: [optional] });
  });

  const told = async (from: string | RegExp, to: string) => {
    const { answers, changes } = await answersOf(shop.replace(from, to));
    return {
      answers,
      lost: changes.map(({ path, line, what, because }) => `${path}:${line} ${what} ${because}`),
    };
  };

  test.each<[string, string | RegExp, string, string]>([
    [
      'a method of a collection',
      'post:',
      'head: { responses: {} }\n    post:',
      'openapi.yaml:11 method HEAD /shops/{shopId}/orders is left out: collections such as /shops/{shopId}/orders have no such method here',
    ],
    [
      'a parameter',
      'operationId: listOrders',
      'operationId: listOrders\n      parameters: [{ name: colour, in: query }]',
      'openapi.yaml:10 parameter colour is not read by GET /shops/{shopId}/orders',
    ],
    [
      'a number in the path',
      'in: path, required: true, schema: { type: string } }',
      'in: path, required: true, schema: { type: integer } }',
      'openapi.yaml:7 parameter shopId is a text here, not of type `integer`',
    ],
    [
      'another status',
      '"201": { description: Made }',
      '"202": { description: Made }',
      'openapi.yaml:18 answer POST /shops/{shopId}/orders answers 201, not 202',
    ],
    [
      'another page',
      'next_cursor:',
      'page:',
      'openapi.yaml:40 answer GET /shops/{shopId}/orders answers a page here: `{ items, next_cursor }`',
    ],
    [
      'another media type',
      'content:\n          application/json:',
      'content:\n          text/csv: {}\n          application/json:',
      'openapi.yaml:16 method POST /shops/{shopId}/orders takes no `text/csv`',
    ],
    [
      'a scheme of security that is not ours',
      'scheme: bearer',
      'scheme: basic',
      'openapi.yaml:3 security bearer is a bearer token here, whatever it is there',
    ],
    [
      'what only the answer has',
      'createdAt:',
      'status: { type: string }\n            createdAt:',
      'openapi.yaml:60 field status is left out: one cannot set it on creating',
    ],
  ])('%s', async (_, from, to, expected) => {
    expect((await told(from, to)).lost).toEqual([expected]);
  });

  test('reading that is open to all belongs to nobody, and writing asks for a token', async () => {
    const { answers, lost } = await told('security: [{ bearer: [] }]', 'security: []');
    expect(answers['owner']).toBe('none');
    expect(lost).toContain(
      'openapi.yaml:3 security POST /shops/{shopId}/orders asks for a bearer token all the same',
    );
  });

  test('security that is not declared is not taken for none', async () => {
    const { answers, lost } = await told('security: [{ bearer: [] }]\n', '');
    expect(answers['owner']).toBeUndefined();
    expect(lost[0]).toContain('asks for a bearer token: nothing is said about `security`');
  });
});

describe('refused, with the place, and nothing is written:', () => {
  const other = '{ $ref: "#/components/schemas/OrderCreate" }';
  test.each<[string, object, string | RegExp, string, string, RegExp, RegExp]>([
    [
      'a misspelt operation',
      { operation: 'placeOrdre' },
      '',
      '',
      'OperationNotFound',
      /no operation `placeOrdre`/,
      /Did you mean `placeOrder`\?/,
    ],
    [
      'a path that is not there',
      { operation: 'POST /shop/{id}/orders' },
      '',
      '',
      'OperationNotFound',
      /POST \/shop/,
      /Did you mean `POST \/shops\/\{shopId\}\/orders`/,
    ],
    [
      'no operation of two resources',
      { operation: '' },
      'paths:',
      'paths:\n  /b: { get: {} }',
      'OperationNotFound',
      /several resources/,
      /`placeOrder`/,
    ],
    ['no operation at all', {}, 'paths:', 'nothing:', 'SourceWrong', /no operations/, /paths/],
    [
      'broken YAML',
      {},
      'info: {',
      'info: {{',
      'SourceWrong',
      /^openapi\.yaml:\d+ cannot be read/,
      /Mend/,
    ],
    [
      'a key twice',
      {},
      'info:',
      'openapi: 3.1.0\ninfo:',
      'SourceWrong',
      /^openapi\.yaml:2 cannot be read/,
      /Mend/,
    ],
    [
      'Swagger 2',
      {},
      'openapi: 3.1.0',
      'swagger: "2.0"',
      'SourceWrong',
      /^openapi\.yaml:1 is of version 2\.0/,
      /3\.0 or 3\.1/,
    ],
    [
      'any YAML',
      {},
      'openapi: 3.1.0',
      'a: b',
      'SourceWrong',
      /no OpenAPI document/,
      /3\.0 or 3\.1/,
    ],
    ['a list', {}, /^[\s\S]*$/, '- a\n', 'SourceWrong', /no OpenAPI document/, /3\.0/],
    [
      'a `$ref` to nothing',
      {},
      "schema: { $ref: '#/components/schemas/OrderCreate' }",
      "schema: { $ref: '#/components/schemas/Ordre' }",
      'SourceWrong',
      /^openapi\.yaml:17 refers to what is not there: `#\/components\/schemas\/Ordre`/,
      /Mend/,
    ],
    [
      'a `$ref` to itself',
      {},
      'OrderCreate:\n      type: object',
      `OrderCreate:\n      $ref: '#/components/schemas/OrderCreate'`,
      'SourceWrong',
      /refers to itself/,
      /circle/,
    ],
    [
      'a body in another document',
      {},
      "schema: { $ref: '#/components/schemas/OrderCreate' }",
      'schema: { $ref: "https://a.example/b.yaml" }',
      'SourceWrong',
      /^openapi\.yaml:17 .*in another document/,
      /--fields/,
    ],
    [
      'a body that is this or that',
      {},
      "schema: { $ref: '#/components/schemas/OrderCreate' }",
      `schema: { oneOf: [${other}, { type: string }] }`,
      'SourceWrong',
      /^openapi\.yaml:17 .*`oneOf`/,
      /--fields/,
    ],
    [
      'more fields than twelve',
      {},
      'note: {',
      `${Array.from({ length: 9 }, (_, nth) => `n${nth}: { type: boolean }`).join('\n        ')}\n        note: {`,
      'SourceWrong',
      /has 13 properties/,
      /--fields/,
    ],
    ['an empty file', {}, /^[\s\S]*$/, '', 'SourceWrong', /is empty, or larger than 4 MiB/, /Name/],
    ['a program', {}, /^[\s\S]*$/, '\0ELF', 'SourceWrong', /not UTF-8/, /UTF-8/],
    ['a folder', { from: 'api' }, '', '', 'SourceWrong', /api is a folder/, /Name/],
    [
      'no file',
      { from: 'openapi.yml' },
      '',
      '',
      'SourceWrong',
      /openapi\.yml is not there/,
      /`openapi\.yaml`/,
    ],
    ['a file above', { from: '../openapi.yaml' }, '', '', 'PathOutside', /leads out/, /\.\./],
    ['a file of the disk', { from: '/etc/passwd' }, '', '', 'PathOutside', /leads out/, /slash/],
    ['an operation of nothing', { from: '' }, '', '', 'FlagWrong', /--operation/, /--from/],
  ])('%s', async (_, more, from, to, name, says, mend) => {
    const files = { 'openapi.yaml': from === '' ? shop : shop.replace(from, to), 'api/a.txt': 'a' };
    const attempt = read(files, { ...said, ...more });
    await expect(attempt).rejects.toMatchObject({
      name,
      message: expect.stringMatching(says),
      mend: expect.stringMatching(mend),
    });
  });
});
