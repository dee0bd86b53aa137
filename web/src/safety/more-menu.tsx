import type { ReactNode } from 'react';
import { useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { later } from '../parts/later.tsx';
import { Menu } from '../parts/menu.tsx';
import { t } from '../words/words.ts';
import type { Reported } from './report-sheet.tsx';

const ReportSheet = later(async () => (await import('./report-sheet.tsx')).ReportSheet);

/** The three dots below a picture, a clip or a moment: what is wanted less often, and a way to report what others show. */
export function MoreMenu({ subject, isMine, children }: { subject: Reported; isMine: boolean; children?: ReactNode }) {
  const [isReporting, setIsReporting] = useState(false);
  if (isMine && children === undefined) return null;
  return (
    <>
      <Menu>
        {children}
        {!isMine && (
          <button type="button" className="menu-item" onClick={() => setIsReporting(true)}>
            <Icon name="warning" /> {t('report.button')}
          </button>
        )}
      </Menu>
      {isReporting && <ReportSheet subject={subject} onClose={() => setIsReporting(false)} />}
    </>
  );
}
