/** Run by the build, so that the first start finds its image. */
import { readMigrations } from '../migrate.ts';
import { migratedImage } from './migrated-image.ts';

await migratedImage(await readMigrations());
