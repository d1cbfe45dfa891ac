import type { Page } from './page.ts';

export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

const landing = (key: string) => ({ key: `landing.${key}` });

/** What is at the address itself: what this is, and the way in. */
export const landingPage = (canInstall: boolean): Page => ({
  status: 200,
  title: landing('title'),
  lines: [landing('what'), landing('who'), landing(canInstall ? 'install' : 'open')],
  action: canInstall ? { href: INSTALL_PATH, text: landing('add') } : null,
});

/** Installed. `app`: opens it in Slack. */
export const installedPage = (app: string | null): Page => ({
  status: 200,
  title: landing('installed-title'),
  lines: [landing('installed'), landing('installed-next')],
  action: app === null ? null : { href: app, text: landing('open-slack') },
});

/** Why it was not installed: said no, came too late or by a way of somebody else's, or Slack's own trouble. */
export const failedPage = (why: 'denied' | 'stale' | 'other'): Page => ({
  status: why === 'other' ? 500 : 400,
  title: landing('failed-title'),
  lines: [landing(`failed-${why}`)],
  action: { href: INSTALL_PATH, text: landing('again') },
});
