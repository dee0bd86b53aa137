import type { Clip, LiveEvent } from '@reverie-motion/client';
import { useEffect } from 'react';
import { isClipInView } from '../clip/in-view.ts';
import { showToast } from '../shell/toast-list.ts';
import { tellOfClipEnd, tellOfClipStart } from './clip-news.ts';
import { clipQuery, isLiving } from './clips.ts';
import { followLiveEvents, streamIsOpen } from './live-events.ts';
import { meQuery, useMe } from './me.ts';
import { queries } from './queries.ts';

/** Keeps everything the app shows up to date, for as long as somebody is signed in. */
export function useLiveNews(): void {
  const personId = useMe()?.id;
  useEffect(() => {
    if (personId === undefined) return;
    const stop = new AbortController();
    followLiveEvents(personId, (event) => void hear(event), stop.signal);
    const unsubscribe = streamIsOpen.subscribe(catchUp);
    return () => {
      stop.abort();
      unsubscribe();
    };
  }, [personId]);
}

/** News of the time when nobody listened may be missing: what is shown is asked for again. */
function catchUp(): void {
  if (streamIsOpen.get()) void queries.invalidateQueries({ refetchType: 'active' });
}

async function hear(event: LiveEvent): Promise<void> {
  switch (event.event) {
    case 'clip':
      return hearOfClip(event.data);
    case 'message':
      void queries.invalidateQueries({ queryKey: ['chats'] });
      return queries.invalidateQueries({ queryKey: ['messages', event.data.chatId] });
    case 'notification':
      return queries.invalidateQueries({ queryKey: ['notifications'] });
    case 'wallet':
    case 'settings':
      return hearOfMe();
  }
}

async function hearOfMe(): Promise<void> {
  await Promise.all([meQuery.queryKey, ['wallet']].map((queryKey) => queries.invalidateQueries({ queryKey })));
}

type ClipNews = Extract<LiveEvent, { event: 'clip' }>['data'];

async function hearOfClip({ clipId, state, progressPercent, walletChanged, notified }: ClipNews): Promise<void> {
  const { queryKey } = clipQuery(clipId);
  const known = queries.getQueryData<Clip>(queryKey);
  if (walletChanged || notified) void hearOfMe();
  if (notified) void queries.invalidateQueries({ queryKey: ['notifications'] });
  if (known?.state === state && isLiving(known)) {
    // only the progress changed: nothing to ask for
    const wait = known.wait && { ...known.wait, progressPercent: progressPercent ?? null };
    queries.setQueryData(queryKey, { ...known, wait });
    return;
  }
  const clip = await queries.fetchQuery({ ...clipQuery(clipId), staleTime: 0 });
  const isKnown = queries.getQueryData<Clip[]>(['my-clips'])?.some(({ id }) => id === clipId) ?? false;
  if (!isKnown) void queries.invalidateQueries({ queryKey: ['my-clips'] });
  if (clip.state === known?.state) return;
  if (isLiving(clip)) return tellOfClipStart(clip);
  void queries.invalidateQueries({ queryKey: ['gallery', clip.characterId] });
  await tellOfClipEnd(clip, isClipInView(clip.id), showToast);
}
