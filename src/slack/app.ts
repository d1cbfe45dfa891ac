import type { Server } from 'node:http';

import { App, HTTPReceiver, SocketModeReceiver, type CustomRoute } from '@slack/bolt';

import type { Coach } from '../coaching/coach.ts';
import type { Installation } from '../coaching/installation.ts';
import type { Locale } from '../coaching/member.ts';
import { UnreachableError, type Translate } from '../coaching/ports.ts';
import type { SlackConfig } from '../config.ts';
import { createApology } from './apologise.ts';
import { clientOptions, type ClientFor } from './client.ts';
import type { SlackDirectory } from './directory.ts';
import { installRoutes } from './install/installer.ts';
import type { Lifecycle } from './install/lifecycle.ts';
import { show } from './install/page.ts';
import { landingPage } from './install/pages.ts';
import type { Tokens } from './install/tokens.ts';
import { ackKept } from './kept-first.ts';
import { listen } from './listeners/listen.ts';
import { codeOf, toBoltLogger, type Log } from './log.ts';
import { createUnderway } from './underway.ts';

type World = {
  readonly slack: SlackConfig;
  readonly coach: Coach;
  readonly translate: Translate;
  readonly languages: readonly Locale[];
  readonly tokens: Tokens;
  readonly lifecycle: Lifecycle;
  /** Where many workspaces are served: what became of an installation. */
  readonly onInstalled: (installation: Installation) => Promise<void>;
  readonly clientFor: ClientFor;
  readonly directory: SlackDirectory;
  readonly log: Log;
  readonly now: () => Date;
  /** What else the port answers, health for one. HTTP only: a socket has no port. */
  readonly routes?: readonly CustomRoute[];
};

export type SlackApp = {
  readonly app: App;
  /** Resolves when Slack can reach us: the port answers, or the socket is connected. */
  start(at: { readonly host: string; readonly port: number }): Promise<Server | null>;
  /** Takes nothing new, and resolves when what had come is done. */
  stop(): Promise<void>;
};

type Failed = Parameters<Parameters<App['error']>[0]>[0];

/** Slack's largest request is a form of 250 KB; none of ours comes near. */
const BODY_MOST = 1024 * 1024;

/** The bot as Slack meets it: listeners on, errors at one edge. */
export function createSlackApp(world: World): SlackApp {
  const { slack, tokens, log } = world;
  const receiver = createReceiver(world);
  const app = new App({
    receiver,
    clientOptions: clientOptions(slack, log),
    // No auth.test at the start: Bolt would keep its failure for ever. Who we are is not needed, our posts carry a bot_id.
    authorize: async (source) => ({ botToken: await tokens.tokenFor(source) }),
    ignoreSelf: false,
    convoStore: false,
    extendedErrorHandler: true,
    logger: toBoltLogger(log),
  });
  const underway = createUnderway((error, member) => log.error({ member, ...codeOf(error) }, 'unfinished'));
  const kept = ackKept(app);
  listen(app, { ...world, underway });
  const apologise = createApology(world);
  app.error(async ({ error, body, context }: Failed) => {
    const { teamId, userId } = context;
    const cause = 'original' in error ? error.original : error;
    // Slack may tell us of a workspace a little longer than we are there: nobody waits for an answer.
    if (cause instanceof UnreachableError && cause.scope === 'workspace') {
      log.info({ team: teamId, ...codeOf(cause) }, 'not installed there');
      return;
    }
    log.error({ team: teamId, user: userId, type: body.type, ...codeOf(cause) }, 'failed');
    underway.add(`${teamId}:${userId}`, apologise({ body, context }));
    throw error;
  });
  return {
    app,
    async start(at) {
      if (receiver instanceof HTTPReceiver) return receiver.start(at);
      await receiver.start();
      return null;
    },
    async stop() {
      await receiver.stop();
      await kept.idle();
      await underway.idle();
    },
  };
}

function createReceiver(world: World): HTTPReceiver | SocketModeReceiver {
  const { slack, log, routes = [] } = world;
  const logger = toBoltLogger(log);
  if (slack.mode !== 'socket') {
    const install =
      slack.mode === 'many' ? installRoutes({ ...world, slack, clientOptions: clientOptions(slack, log) }) : [];
    return new HTTPReceiver({
      signingSecret: slack.signingSecret,
      customRoutes: [landing(world, install.length > 0), ...install, ...routes],
      logger,
      bodyLimit: BODY_MOST,
    });
  }
  const options = { ...(slack.apiUrl !== undefined && { slackApiUrl: slack.apiUrl }) };
  return new SocketModeReceiver({ appToken: slack.appToken, installerOptions: { clientOptions: options }, logger });
}

const landing = (world: World, canInstall: boolean): CustomRoute => ({
  path: '/',
  method: 'GET',
  handler: (request, response) => show(world, landingPage(canInstall), request, response),
});
