import { writeFile } from 'node:fs/promises';
import { startThrowAwayPostgres } from '~/db/embedded/throw-away';
import { migrate } from '~/db/migrate';
import { generateSchema } from '~/db/testing/generate-schema';
import { QUEUE_NAMES } from '~/workers/jobs/queue-names';

/** npm run db:types: writes db/schema.generated.ts from a freshly migrated throw-away database. */
const postgres = await startThrowAwayPostgres();
try {
  await migrate(postgres.ownerUrl, { queueNames: QUEUE_NAMES });
  await writeFile(new URL('../db/schema.generated.ts', import.meta.url), await generateSchema(postgres.ownerUrl));
  console.error('db/schema.generated.ts written');
} finally {
  await postgres.stop();
}
