import { readFileSync } from 'node:fs';

import { parse } from 'yaml';

// The Slack CLI looks for a manifest.json; ours is manifest.yml, which can say why.
const manifest = readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8');
process.stdout.write(`${JSON.stringify(parse(manifest))}\n`);
