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
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'a URL such as redis://127.0.0.1:6379' }).optional(),
  HOST: word.default('127.0.0.1'),
  PORT: z.string().regex(/^\d+$/, PORT_RULE).transform(Number).pipe(z.int().max(65_535, PORT_RULE)).default(3000),
  LOG_LEVEL: z.enum(LEVELS, `one of ${LEVELS.join(', ')}`).default('info'),
  BEARINGS_DATA_DIR: word.optional(),
  BEARINGS_COMPANY: z.enum(COMPANIES, `one of ${COMPANIES.join(', ')}`).default('example'),
});

/** What belongs together: looked at also when single variables are wrong, so that all is said at once. */
function missing(given: ReadonlySet<string>): string[] {
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

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const isSafeApiUrl = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));

/** How the bot reaches Slack. Socket Mode when there is an app token; HTTP otherwise. */
export type SlackConfig = {
  readonly botToken: string;
  readonly apiUrl?: string;
} & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string }
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
  if (!env.SLACK_BOT_TOKEN) return null;
  const common = { botToken: env.SLACK_BOT_TOKEN, ...(env.SLACK_API_URL && { apiUrl: env.SLACK_API_URL }) };
  if (env.SLACK_APP_TOKEN) return { ...common, mode: 'socket', appToken: env.SLACK_APP_TOKEN };
  return { ...common, mode: 'http', signingSecret: env.SLACK_SIGNING_SECRET ?? '' };
}
