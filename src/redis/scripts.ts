import type { Redis, Result } from 'ioredis';

declare module 'ioredis' {
  interface RedisCommander<Context> {
    swapMember(...args: string[]): Result<1 | string[], Context>;
    settlePosts(keys: number, ...args: string[]): Result<string[], Context>;
    forgetMember(keys: number, ...args: string[]): Result<number, Context>;
    swapRecord(keys: number, ...args: string[]): Result<0 | 1, Context>;
    dropRecord(keys: number, ...args: string[]): Result<0 | 1, Context>;
  }
}

/**
 * Writes a member and their check-in if nobody wrote since `expected`; else says what is there now.
 * Finding its own revision means that the command was sent again after a lost connection.
 */
const SWAP_MEMBER = `
  local member, undelivered, month, due, members = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
  local expected, rev, name, lease, date, checkIn, dueAt = unpack(ARGV, 1, 7)
  local held = redis.call('hget', member, 'rev') or ''
  if held == rev then return 1 end
  if held ~= expected then return redis.call('hgetall', member) end

  -- A script that fails half-way is not undone: the member, by whom all else is found, comes last.
  if expected == '' then redis.call('sadd', members, name) end
  if date ~= '' then redis.call('hset', month, date, checkIn) end
  if lease ~= '' then redis.call('zadd', undelivered, lease, name) else redis.call('zrem', undelivered, name) end
  if dueAt ~= '' then redis.call('zadd', due, dueAt, name) else redis.call('zrem', due, name) end
  local at = 9 + tonumber(ARGV[8]) * 2
  for i = 9, at - 1, 2 do redis.call('hset', member, ARGV[i], ARGV[i + 1]) end
  for i = at, #ARGV do redis.call('hdel', member, ARGV[i]) end
  return 1
`;

/** Takes posts out of outboxes. For each member: the revision it had, or '' when there was nothing to take. */
const SETTLE_POSTS = `
  local at, answers = 1, {}
  local function nextArg() at = at + 1; return ARGV[at - 1] end

  local function take(member)
    local changed = false
    for _ = 1, tonumber(nextArg()) do
      local post, asked = nextArg(), nextArg()
      if redis.call('hdel', member, 'post:' .. post) == 1 then changed = true end
      local asking = redis.call('hget', member, 'asking')
      if asked ~= '' and (asking == '' or asking == post) then
        redis.call('hset', member, 'asked', asked)
        changed = true
      end
    end
    return changed
  end

  local function firstLease(member)
    local first
    for _, field in ipairs(redis.call('hkeys', member)) do
      if field:sub(1, 5) == 'post:' then
        local lease = redis.call('hget', member, field):match('^%d+ (%d+) ')
        if not first or tonumber(lease) < tonumber(first) then first = lease end
      end
    end
    return first
  end

  for i = 2, #KEYS do
    local member, name, rev = KEYS[i], nextArg(), nextArg()
    local held = redis.call('hget', member, 'rev')
    answers[i - 1] = ''
    if take(member) then
      answers[i - 1] = held
      redis.call('hset', member, 'rev', rev)
      local lease = firstLease(member)
      if lease then redis.call('zadd', KEYS[1], lease, name) else redis.call('zrem', KEYS[1], name) end
    end
  end
  return answers
`;

/** Deletes a member with the months of their history, unless somebody wrote meanwhile (-1). Counts the records. */
const FORGET_MEMBER = `
  if (redis.call('hget', KEYS[2], 'rev') or '') ~= ARGV[1] then return -1 end
  local records = 1
  for i = 5, #KEYS do records = records + redis.call('hlen', KEYS[i]) end
  redis.call('zrem', KEYS[1], ARGV[2])
  redis.call('zrem', KEYS[3], ARGV[2])
  redis.call('srem', KEYS[4], ARGV[2])
  redis.call('del', KEYS[2])
  for i = 5, #KEYS do redis.call('del', KEYS[i]) end
  return records
`;

/** Writes a shared record and who finds it, if nobody wrote since. The first keys gain it, the others lose it. */
const SWAP_RECORD = `
  local expected, rev, json, name, gain = unpack(ARGV)
  local held = redis.call('hget', KEYS[1], 'rev') or ''
  if held == rev then return 1 end
  if held ~= expected then return 0 end
  redis.call('hset', KEYS[1], 'rev', rev, 'json', json)
  for i = 2, #KEYS do
    if i < 2 + tonumber(gain) then redis.call('sadd', KEYS[i], name) else redis.call('srem', KEYS[i], name) end
  end
  return 1
`;

/** Deletes a shared record and its name from the lists it is on, if nobody wrote since. */
const DROP_RECORD = `
  if (redis.call('hget', KEYS[1], 'rev') or '') ~= ARGV[1] then return 0 end
  for i = 2, #KEYS do redis.call('srem', KEYS[i], ARGV[2]) end
  redis.call('del', KEYS[1])
  return 1
`;

export function defineScripts(redis: Redis): void {
  redis.defineCommand('swapMember', { numberOfKeys: 5, lua: SWAP_MEMBER });
  redis.defineCommand('settlePosts', { lua: SETTLE_POSTS });
  redis.defineCommand('forgetMember', { lua: FORGET_MEMBER });
  redis.defineCommand('swapRecord', { lua: SWAP_RECORD });
  redis.defineCommand('dropRecord', { lua: DROP_RECORD });
}
