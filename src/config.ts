import { z } from 'zod';

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
/** What a playground with nothing in it begins with: a company that has lived with Bearings for two weeks, or nobody. */
export const COMPANIES = ['example', 'empty'] as const;
export type CompanyKind = (typeof COMPANIES)[number];

const PORT_RULE = 'a whole number, 65535 at most';
const word = z.string().trim().min(1);

const Env = z.object({
  SLACK_BOT_TOKEN: word.regex(/^xox/, 'starts with xoxb-').optional(),
  SLACK_SIGNING_SECRET: word.optional(),
  SLACK_APP_TOKEN: word.regex(/^xapp-/, 'starts with xapp-').optional(),
  SLACK_API_URL: z
    .url('has to be a URL')
    .refine((url) => isSafeApiUrl(new URL(url)), 'has to be https: (http: is for loopback only)')
    .optional(),
  SLACK_CLIENT_ID: word.optional(),
  SLACK_CLIENT_SECRET: word.optional(),
  SLACK_STATE_SECRET: z.string().trim().min(16, 'at least 16 characters that nobody can guess').optional(),
  TOKEN_ENCRYPTION_KEY: z
    .string()
    .transform((keys) => keys.split(',').map((key) => key.trim()))
    .refine((keys) => keys.every(isKey), 'has to be 32 bytes as base64: openssl rand -base64 32')
    .optional(),
  PUBLIC_URL: z
    .url('has to be a URL')
    .refine((url) => isSafeApiUrl(new URL(url)), 'has to be https: (http: is for loopback only)')
    .optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'a URL such as redis://127.0.0.1:6379' }).optional(),
  HOST: word.default('127.0.0.1'),
  PORT: z.string().regex(/^\d+$/, PORT_RULE).transform(Number).pipe(z.int().max(65_535, PORT_RULE)).default(3000),
  LOG_LEVEL: z.enum(LEVELS, `one of ${LEVELS.join(', ')}`).default('info'),
  BEARINGS_DATA_DIR: word.optional(),
  BEARINGS_COMPANY: z.enum(COMPANIES, `one of ${COMPANIES.join(', ')}`).default('example'),
});

/** What belongs together: looked at also when single variables are wrong, so that all is said at once. */
function missing(given: ReadonlySet<string>): string[] {
  if (given.has('SLACK_CLIENT_ID')) return missingForMany(given);
  if (!given.has('SLACK_BOT_TOKEN')) {
    const isHalf = given.has('SLACK_SIGNING_SECRET') || given.has('SLACK_APP_TOKEN');
    return isHalf ? ['SLACK_BOT_TOKEN: is missing, and another SLACK_ variable is set'] : [];
  }
  const secret = 'SLACK_SIGNING_SECRET: is missing: set it for HTTP, or SLACK_APP_TOKEN for Socket Mode';
  return [
    ...(given.has('SLACK_APP_TOKEN') || given.has('SLACK_SIGNING_SECRET') ? [] : [secret]),
    ...(given.has('REDIS_URL') ? [] : ['REDIS_URL: is missing: a real workspace needs a Redis of its own']),
  ];
}

/** All that it takes to be installed by others. */
function missingForMany(given: ReadonlySet<string>): string[] {
  const needed = [
    ['SLACK_CLIENT_SECRET', 'is missing: it stands beside the client id'],
    ['SLACK_SIGNING_SECRET', 'is missing: many workspaces are served over HTTP'],
    ['SLACK_STATE_SECRET', 'is missing: any 16 characters or more that nobody can guess'],
    ['TOKEN_ENCRYPTION_KEY', 'is missing: openssl rand -base64 32 makes one'],
    ['REDIS_URL', 'is missing: a real workspace needs a Redis of its own'],
  ] as const;
  const oneOnly = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'].filter((name) => given.has(name));
  return [
    ...needed.filter(([name]) => !given.has(name)).map(([name, why]) => `${name}: ${why}`),
    ...oneOnly.map((name) => `${name}: is for one workspace only; leave it out, or leave out SLACK_CLIENT_ID`),
  ];
}

const isKey = (key: string): boolean => Buffer.from(key, 'base64').length === 32;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const isSafeApiUrl = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));

/** How the bot reaches Slack. Socket Mode when there is an app token; HTTP otherwise, for one workspace or for many. */
export type SlackConfig = { readonly apiUrl?: string } & (
  | { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string }
  | { readonly mode: 'http'; readonly botToken: string; readonly signingSecret: string }
  /** Any workspace that installs it. */
  | {
      readonly mode: 'many';
      readonly signingSecret: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
      /** 32 bytes as base64 each: the first seals, all open. */
      readonly encryptionKeys: readonly string[];
      /** Where Slack sends people back to; without it to the first address in the app's settings. */
      readonly publicUrl?: string;
    }
);

export type Config = {
  /** Null: no credentials, so the playground. */
  readonly slack: SlackConfig | null;
  readonly redisUrl: string | null;
  readonly host: string;
  readonly port: number;
  readonly logLevel: (typeof LEVELS)[number];
  readonly dataDir: string | null;
  readonly company: CompanyKind;
};

/** The environment is wrong; the message lists every variable that is, and how to mend it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the environment once; an empty variable counts as not set. The roots are the only callers with `process.env`. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.entries(env).filter(([, value]) => value?.trim());
  const parsed = Env.safeParse(Object.fromEntries(given));
  const wrong = parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
  const lines = [...wrong, ...missing(new Set(given.map(([name]) => name)))].map((line) => `  ${line}`);
  if (!parsed.success || lines.length > 0) {
    throw new ConfigError(`The environment needs a change:\n${lines.join('\n')}`);
  }
  const { HOST, PORT, LOG_LEVEL, REDIS_URL, BEARINGS_DATA_DIR, BEARINGS_COMPANY } = parsed.data;
  return {
    slack: slackOf(parsed.data),
    redisUrl: REDIS_URL ?? null,
    host: HOST,
    port: PORT,
    logLevel: LOG_LEVEL,
    dataDir: BEARINGS_DATA_DIR ?? null,
    company: BEARINGS_COMPANY,
  };
}

function slackOf(env: z.infer<typeof Env>): SlackConfig | null {
  const common = { ...(env.SLACK_API_URL && { apiUrl: env.SLACK_API_URL }) };
  const signingSecret = env.SLACK_SIGNING_SECRET ?? '';
  if (env.SLACK_CLIENT_ID) {
    return {
      ...common,
      mode: 'many',
      signingSecret,
      clientId: env.SLACK_CLIENT_ID,
      clientSecret: env.SLACK_CLIENT_SECRET ?? '',
      stateSecret: env.SLACK_STATE_SECRET ?? '',
      encryptionKeys: env.TOKEN_ENCRYPTION_KEY ?? [],
      ...(env.PUBLIC_URL && { publicUrl: env.PUBLIC_URL }),
    };
  }
  if (!env.SLACK_BOT_TOKEN) return null;
  const one = { ...common, botToken: env.SLACK_BOT_TOKEN };
  return env.SLACK_APP_TOKEN
    ? { ...one, mode: 'socket', appToken: env.SLACK_APP_TOKEN }
    : { ...one, mode: 'http', signingSecret };
}
