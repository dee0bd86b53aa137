import type { Sql } from '../../app/ports/sql.ts';
import type { SettingStore } from '../../app/ports/stores/setting-store.ts';
import type { FeatureStage } from '../../domain/entitlement/stage.ts';

/** Settings of the service as rows. */
export function createSettingStore(sql: Sql): SettingStore {
  return {
    readStage: async () => {
      const [row] = await sql.query<{ value: FeatureStage }>(`select value from service_setting where key = 'stage'`);
      return row?.value ?? 'labs';
    },
    setStage: async (stage, personId) => {
      await sql.query(
        `insert into service_setting (key, value, changed_by) values ('stage', $1::jsonb, $2)
         on conflict (key) do update set value = excluded.value, changed_by = excluded.changed_by, changed_at = now()`,
        [JSON.stringify(stage), personId ?? null],
      );
    },
  };
}
