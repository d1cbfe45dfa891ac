import { readFile } from 'node:fs/promises';

import { expect, it } from 'vitest';

import { flowJsonSchema } from '../../src/flow/json-schema.ts';

it('flows/flow.schema.json is what the code understands', async () => {
  const kept: unknown = JSON.parse(await readFile('flows/flow.schema.json', 'utf8'));
  // After a change of src/flow/flow.ts: node -e "import('./src/flow/json-schema.ts').then(s => console.log(JSON.stringify(s.flowJsonSchema(), null, 2)))"
  expect(kept).toEqual(flowJsonSchema());
});
