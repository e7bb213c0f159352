/** A mistake that somebody could make in the generated code. The generated tests must notice. */
export interface Mutant {
  /** What is then wrong. */
  readonly name: string;
  /** Below `src/shop/`. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly text: string;
  readonly instead: string;
}

type Row = readonly [name: string, text: string, instead: string];

const inFile = (file: string, rows: readonly Row[]): readonly Mutant[] =>
  rows.map(([name, text, instead]) => ({ name, file, text, instead }));

export const mutants: readonly Mutant[] = [
  ...inFile('player_actions/router.py', [
    ['create answers 200', 'status.HTTP_201_CREATED', 'status.HTTP_200_OK'],
    ['delete answers 200', 'status.HTTP_204_NO_CONTENT', 'status.HTTP_200_OK'],
    [
      'create is open to others',
      'announce it."""\n    ensure_can_access(user, player_id)\n',
      'announce it."""\n',
    ],
    [
      'delete is open to others',
      'Delete a player action."""\n    ensure_can_access(user, player_id)\n',
      'Delete a player action."""\n',
    ],
    [
      'list is open to others',
      'newest first."""\n    ensure_can_access(user, player_id)\n',
      'newest first."""\n',
    ],
    ['create stores nothing', '    await repository.add(action)\n', ''],
    [
      'replace stores nothing',
      '        parameters=payload.parameters,\n        updated_at=datetime.now(UTC),\n    )\n    await repository.update(action)\n',
      '        parameters=payload.parameters,\n        updated_at=datetime.now(UTC),\n    )\n',
    ],
    ['delete is not awaited', 'await repository.delete(', 'repository.delete('],
    [
      'nobody is told of a new one',
      '    background_tasks.add_task(publish_created, broker, created)\n',
      '',
    ],
    [
      'everybody shares one channel',
      'f"player_actions:{player_id}:events"',
      '"player_actions:events"',
    ],
    [
      'a broker that is down breaks the request',
      'except StoreUnavailableError:',
      'except KeyError:',
    ],
    ['create does not say where', 'response.headers["Location"]', 'response.headers["X-Location"]'],
    ['there is always a next page', 'if has_more else None', 'if items else None'],
    ['a page is one too long', 'items = found[: page.limit]', 'items = found[: page.limit + 1]'],
    ['a page never asks for one more', '{"limit": page.limit + 1}', '{"limit": page.limit}'],
    ['a full page has a next one', 'len(found) > page.limit', 'len(found) >= page.limit'],
    ['the cursor is that of the first', 'items[-1].sort_key', 'items[0].sort_key'],
    [
      'a change keeps the time of the last',
      '**payload.changes(), updated_at=datetime.now(UTC))',
      '**payload.changes())',
    ],
    [
      'a replacement forgets when it was made',
      '        amount=payload.amount,\n        parameters=payload.parameters,\n        updated_at=',
      '        amount=payload.amount,\n        parameters=payload.parameters,\n        created_at=datetime.now(UTC),\n        updated_at=',
    ],
    [
      'create has no limit',
      '    status_code=status.HTTP_201_CREATED,\n    dependencies=_RATE_LIMITED,\n',
      '    status_code=status.HTTP_201_CREATED,\n',
    ],
    [
      'the stream is open to others',
      'ensure_can_access(decode_token(token, settings), player_id)',
      'decode_token(token, settings)',
    ],
    ['the stream closes with another code', 'WS_1008_POLICY_VIOLATION', 'WS_1011_INTERNAL_ERROR'],
    ['the stream sends nothing', '        await websocket.send_text(message)\n', '        pass\n'],
    [
      'an amount is not taken over',
      'amount=payload.amount,\n        parameters=payload.parameters,\n    )\n    await repository.add',
      'amount=1,\n        parameters=payload.parameters,\n    )\n    await repository.add',
    ],
  ]),
  ...inFile('player_actions/schemas.py', [
    ['a text may be empty', 'min_length=1, max_length=64, pattern=r"\\S"', 'max_length=64'],
    ['a text may be longer by one', 'max_length=64', 'max_length=65'],
    ['a number may be below its bound', 'Field(ge=0, le=100)', 'Field(ge=-1, le=100)'],
    ['a number may be above its bound', 'Field(ge=0, le=100)', 'Field(ge=0, le=101)'],
    ['a map may have one entry more', 'max_length=MAX_ENTRIES', 'max_length=MAX_ENTRIES + 1'],
    ['blank keys are taken', 'if any(not key.strip()', 'if any(not key'],
    ['blanks are kept', 'strip_whitespace=True', 'strip_whitespace=False'],
    ['a flag is taken for a number', ' and not isinstance(value, bool)', ''],
    ['another default', 'default=1,', 'default=2,'],
    [
      'what is unknown is taken on creating',
      'replacing (PUT) a player action."""\n\n    model_config = ConfigDict(extra="forbid")',
      'replacing (PUT) a player action."""\n\n    model_config = ConfigDict(extra="ignore")',
    ],
    ['a change may be none', '        if not changes:\n', '        if False:\n'],
    ['a change may be null', 'value is None for value', 'value is ... for value'],
    ['what was not sent is changed', 'exclude_unset=True', 'exclude_unset=False'],
  ]),
  ...inFile('player_actions/models.py', [
    [
      'seconds, not microseconds, tell the order',
      'timedelta(microseconds=1)',
      'timedelta(seconds=1)',
    ],
    ['an order of texts, not of numbers', 'microseconds:020d', 'microseconds:d'],
    ['a local time', 'now = datetime.now(UTC)', 'now = datetime.now()'],
  ]),
  ...inFile('player_actions/redis_repository.py', [
    ['a second one replaces the first', ', nx=True)', ')'],
    ['an update makes what is not there', ', xx=True)', ')'],
    ['a conflict is not told', '        if not created:\n', '        if False:\n'],
    [
      'keys without the owner',
      '{self._namespace}:{player_id}:{action_id}',
      '{self._namespace}:{action_id}',
    ],
    ['one index for all', '{self._namespace}:{player_id}:index', '{self._namespace}:index'],
    ['the oldest first', '                desc=True,\n', '                desc=False,\n'],
    ['a page begins with the last of the one before', 'f"({page.after}"', 'f"[{page.after}"'],
    ['a page as long as all', 'num=page.limit,', 'num=-1,'],
    [
      'it expires',
      '_ADAPTER.dump_json(action), nx=True',
      '_ADAPTER.dump_json(action), nx=True, px=1',
    ],
    [
      'it is never found by the list',
      'pipe.zadd(self._index(action.player_id), {action.sort_key: 0})',
      'pipe.zadd(self._key(action.player_id, action.id) + "x", {action.sort_key: 0})',
    ],
    [
      'its entry in the index stays',
      'pipe.zrem(self._index(player_id), action.sort_key)',
      'pipe.zrem(self._index(player_id), "none")',
    ],
    [
      'its key stays',
      '                pipe.delete(self._key(player_id, action_id))\n',
      '                pipe.exists(self._key(player_id, action_id))\n',
    ],
    ['an error of the driver goes out', 'except RedisError as exc:', 'except KeyError as exc:'],
    [
      'what another deleted meanwhile breaks the list',
      ' for row in rows if row is not None]',
      ' for row in rows]',
    ],
  ]),
  ...inFile('player_actions/neo4j_repository.py', [
    [
      'the relation is the other way round',
      '(p)-[:HAS_PLAYER_ACTION]->',
      '(p)<-[:HAS_PLAYER_ACTION]-',
    ],
    ['the oldest first', 'ORDER BY n.sort_key DESC', 'ORDER BY n.sort_key'],
    [
      'a page begins with the last of the one before',
      'n.sort_key < $after',
      'n.sort_key <= $after',
    ],
    ['a page as long as all', 'LIMIT $limit', 'LIMIT 1000'],
    ['an update changes some', ')\nSET n = $properties\nRETURN', ')\nSET n.amount = 0\nRETURN'],
    ['delete deletes nothing', 'DETACH DELETE n\n', ''],
    [
      'one reads those of others',
      'MATCH (:Player {id: $player_id})\n  -[:HAS_PLAYER_ACTION]->\n  (n:PlayerAction {id: $id})\nRETURN n AS node',
      'MATCH (n:PlayerAction {id: $id})\nRETURN n AS node',
    ],
    [
      'one lists those of others',
      'MATCH (:Player {id: $player_id})\n  -[:HAS_PLAYER_ACTION]->\n  (n:PlayerAction)\nWHERE',
      'MATCH (n:PlayerAction)\nWHERE',
    ],
    [
      'a conflict is a failure of the store',
      'except ConstraintError as exc:\n        raise ConflictError("Player action already exists")',
      'except ConstraintError as exc:\n        raise StoreUnavailableError("Player action already exists")',
    ],
    [
      'a read is a write',
      '_GET,\n            routing=RoutingControl.READ',
      '_GET,\n            routing=RoutingControl.WRITE',
    ],
    ['one time for both', 'updated_at=node["updated_at"]', 'updated_at=node["created_at"]'],
    ['another database', 'database_=self._database', 'database_="system"'],
  ]),
  ...inFile('player_actions/dependencies.py', [['the other store', '== "neo4j"', '!= "neo4j"']]),
  ...inFile('quests/router.py', [
    [
      'anybody may create',
      'Create a quest."""\n    ensure_has_scope(user, WRITE_SCOPE)\n',
      'Create a quest."""\n',
    ],
    ['another scope is asked for', 'WRITE_SCOPE = "quests:write"', 'WRITE_SCOPE = "quests:read"'],
    [
      'one reads without a token',
      '@router.get("", dependencies=_AUTHENTICATED, ',
      '@router.get("", ',
    ],
  ]),
  ...inFile('core/auth.py', [
    [
      'any audience will do',
      'audience=settings.jwt_audience,\n            options={',
      'options={"verify_aud": False, ',
    ],
    ['a token without an end will do', '"require": ["exp", "sub"]', '"require": ["sub"]'],
    ['the owner is not asked for', 'if user.id != owner_id and', 'if'],
    ['an administrator may not', 'and "admin" not in user.scopes', ''],
    [
      'the scope is not asked for',
      'user.scopes.isdisjoint({scope, "admin"})',
      'user.scopes.isdisjoint({scope, "admin"}) and False',
    ],
    ['a request without a token fails', '    if credentials is None:\n', '    if False:\n'],
  ]),
  ...inFile('core/pagination.py', [
    ['a page may be longer by one', 'MAX_PAGE_SIZE = 100', 'MAX_PAGE_SIZE = 101'],
    ['a page may be empty', 'Query(ge=1,', 'Query(ge=0,'],
    ['any cursor is read', 'validate=True', 'validate=False'],
    ['the cursor is not read', 'after=decode_cursor(cursor) if cursor else None', 'after=None'],
    ['another size of a page', 'DEFAULT_PAGE_SIZE = 20', 'DEFAULT_PAGE_SIZE = 21'],
  ]),
  ...inFile('core/rate_limit.py', [
    ['one too many', 'if hits > settings', 'if hits >= settings'],
    [
      'a window without an end',
      '                pipe.expire(bucket, window_s)\n',
      '                pipe.exists(bucket)\n',
    ],
    ['one limit for all', 'limiter.hit(user.id,', 'limiter.hit("all",'],
    ['a limiter that is down stops everybody', 'except RedisError:', 'except KeyError:'],
    ['a window that never turns', ':{int(time.time()) // window_s}', ''],
  ]),
  ...inFile('core/errors.py', [
    ['not found is 400', 'status = HTTPStatus.NOT_FOUND', 'status = HTTPStatus.BAD_REQUEST'],
    ['a conflict is 400', 'status = HTTPStatus.CONFLICT', 'status = HTTPStatus.BAD_REQUEST'],
    [
      'a store that is down is 500',
      'status = HTTPStatus.SERVICE_UNAVAILABLE',
      'status = HTTPStatus.INTERNAL_SERVER_ERROR',
    ],
    ['an error is plain JSON', 'media_type=PROBLEM_MEDIA_TYPE,', 'media_type="application/json",'],
    ['an error has no headers', '        headers=headers,\n', ''],
  ]),
  ...inFile('core/events.py', [
    [
      'nothing is published',
      'await self._redis.publish(channel, message)',
      'await self._redis.publish("none", message)',
    ],
    [
      'one hears of subscribing',
      'ignore_subscribe_messages=True',
      'ignore_subscribe_messages=False',
    ],
  ]),
  ...inFile('core/lifespan.py', [
    ['Redis is never closed', '        stack.push_async_callback(redis.aclose)\n', ''],
    [
      'as many connections as one likes',
      '            max_connections=settings.redis_max_connections,\n',
      '',
    ],
  ]),
];
