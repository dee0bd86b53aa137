import { type MouseEvent, useState } from 'react';
import { t } from '../words/words.ts';

/** Lets one hear a clip that has sound; it begins silent, as all do. */
export function SoundButton() {
  const [isHeard, setIsHeard] = useState(false);
  const toggle = ({ currentTarget }: MouseEvent): void => {
    const viewer = currentTarget.closest('.viewer');
    const video = viewer?.querySelector('video');
    if (!video) return;
    video.muted = isHeard;
    if (!isHeard && video.paused) viewer?.querySelector<HTMLElement>('[data-plays]')?.click();
    setIsHeard(!isHeard);
  };
  return (
    <button type="button" className="button button-plain justify-self-start" onClick={toggle}>
      {t(isHeard ? 'viewer.mute' : 'viewer.unmute')}
    </button>
  );
}
