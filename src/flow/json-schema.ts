import { z } from 'zod';

import { Flow } from './flow.ts';

/** What an editor completes and checks in `flows/*.json`, through their `$schema`. */
export const flowJsonSchema = (): object => ({ ...z.toJSONSchema(Flow, { io: 'input' }), title: 'A flow of Bearings' });
