import type { CustomRoute } from '@slack/bolt';
import { InstallProvider, type CallbackOptions } from '@slack/oauth';
import type { WebClientOptions } from '@slack/web-api';

import type { Installation } from '../../coaching/installation.ts';
import type { Locale } from '../../coaching/member.ts';
import type { Translate } from '../../coaching/ports.ts';
import type { SlackConfig } from '../../config.ts';
import { toBoltLogger, type Log } from '../log.ts';
import { SCOPES } from '../surface.ts';
import { show } from './page.ts';
import { failedPage, installedPage, INSTALL_PATH, REDIRECT_PATH } from './pages.ts';

type World = {
  readonly slack: Extract<SlackConfig, { mode: 'many' }>;
  readonly clientOptions: WebClientOptions;
  readonly translate: Translate;
  readonly languages: readonly Locale[];
  readonly log: Log;
  readonly now: () => Date;
  readonly onInstalled: (installation: Installation) => Promise<void>;
};

type Given = Parameters<InstallProvider['installationStore']['storeInstallation']>[0];

const TEN_MINUTES = 600;

/**
 * The two addresses of Slack's way of installing an app, docs.slack.dev/authentication/installing-with-oauth: by a state
 * that only we could have signed and a cookie that only this browser has. What we keep of it is an Installation.
 */
export function installRoutes(world: World): readonly CustomRoute[] {
  const provider = createProvider(world);
  const { publicUrl } = world.slack;
  const url = {
    scopes: Object.keys(SCOPES),
    ...(publicUrl !== undefined && { redirectUri: new URL(REDIRECT_PATH, publicUrl).href }),
  };
  const callback = answers(world);
  return [
    {
      path: INSTALL_PATH,
      method: 'GET',
      handler: (request, response) => void provider.handleInstallPath(request, response, undefined, url),
    },
    {
      path: REDIRECT_PATH,
      method: 'GET',
      handler: (request, response) => void provider.handleCallback(request, response, callback, url),
    },
  ];
}

const createProvider = ({ slack, clientOptions, log, onInstalled, now }: World): InstallProvider =>
  new InstallProvider({
    clientId: slack.clientId,
    clientSecret: slack.clientSecret,
    stateSecret: slack.stateSecret,
    directInstall: true,
    stateCookieExpirationSeconds: TEN_MINUTES,
    clientOptions,
    logger: toBoltLogger(log),
    ...(slack.apiUrl !== undefined && { authorizationUrl: authorizeAt(slack.apiUrl) }),
    installationStore: {
      storeInstallation: async (given) => onInstalled(toInstallation(given, now())),
      // Requests are let in by our own tokens, not by this.
      fetchInstallation: async () => Promise.reject(new Error('installations are read elsewhere')),
    },
  });

/** Slack's authorize page stands beside its API. */
const authorizeAt = (apiUrl: string): string => new URL('/oauth/v2/authorize', apiUrl).href;

const answers = ({ translate, languages }: World): CallbackOptions => ({
  success(given, _options, request, response) {
    const team = given.team?.id ?? given.enterprise?.id;
    const app = given.appId === undefined || team === undefined ? null : openIn(team, given.appId);
    show({ translate, languages }, installedPage(app), request, response);
  },
  failure(error, _options, request, response) {
    show({ translate, languages }, failedPage(whyOf(error.code)), request, response);
  },
});

const openIn = (team: string, app: string): string =>
  `https://slack.com/app_redirect?${new URLSearchParams({ team, app }).toString()}`;

const WHY: Readonly<Record<string, Parameters<typeof failedPage>[0]>> = {
  slack_oauth_missing_state: 'stale',
  slack_oauth_invalid_state: 'stale',
  slack_oauth_missing_code: 'denied',
  slack_oauth_installer_authorization_error: 'denied',
};
const whyOf = (code: string): Parameters<typeof failedPage>[0] => WHY[code] ?? 'other';

function toInstallation({ team, enterprise, isEnterpriseInstall, bot, user }: Given, now: Date): Installation {
  const isOrg = isEnterpriseInstall === true;
  const id = isOrg ? enterprise?.id : team?.id;
  if (id === undefined || bot === undefined) throw new Error('Slack gave no workspace or no bot token');
  return {
    v: 1,
    id,
    isOrg,
    token: bot.token,
    scopes: bot.scopes,
    botUser: bot.userId || null,
    by: user.id,
    at: now.toISOString(),
  };
}
