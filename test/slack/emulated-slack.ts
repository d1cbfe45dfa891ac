import { createEmulator, type Emulator } from 'emulate';

import { freePort } from '../support/free-port.ts';

/** A Slack with OAuth and strict scopes, and one person in it; `base`: where the bot is. */
export const startSlack = async (base: string): Promise<Emulator> =>
  createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        team: { name: 'Example Co.', domain: 'example' },
        users: [{ name: 'admin', real_name: 'Admin' }],
        strict_scopes: true,
        oauth_apps: [
          {
            app_id: 'A0BEARINGS',
            bot_id: 'B0BEARINGS',
            bot_user_id: 'U0BEARINGS',
            client_id: 'bearings',
            client_secret: 'client-secret',
            name: 'Bearings',
            redirect_uris: [`${base}/slack/oauth_redirect`],
            bot_name: 'bearings',
          },
        ],
      },
    },
  });
