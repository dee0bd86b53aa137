import type { Clip, LiveEvent } from '@reverie-motion/client';
import { useEffect } from 'react';
import { isClipInView, onClipInView } from '../clip/in-view.ts';
import { showToast } from '../shell/toast-list.ts';
import { tellOfClipEnd, tellOfClipStart } from './clip-news.ts';
import { clipQuery, isLiving, myClipsQuery } from './clips.ts';
import { followLiveEvents, streamIsOpen } from './live-events.ts';
import { meQuery, useMe } from './me.ts';
import { markClipRead } from './notifications.ts';
import { queries } from './queries.ts';

/** Keeps everything the app shows up to date, for as long as somebody is signed in. */
export function useLiveNews(): void {
  const personId = useMe()?.id;
  useEffect(() => {
    if (personId === undefined) return;
    const stop = new AbortController();
    followLiveEvents(personId, (event) => void hear(event), stop.signal);
    const unsubscribe = streamIsOpen.subscribe(catchUp);
    const unwatch = onClipInView((clipId) => void markClipRead(clipId));
    return () => {
      stop.abort();
      unsubscribe();
      unwatch();
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

/** The states that were told of, in this window. */
const told = new Map<string, Clip['state']>();

/** The clip at the state of an event or later; an answer that was under way when the event came may be older. */
async function clipAsOf(state: Clip['state'], clipId: string): Promise<Clip> {
  const ask = (): Promise<Clip> => queries.fetchQuery({ ...clipQuery(clipId), staleTime: 0 });
  const clip = await ask();
  return isLiving(clip) && !isLiving({ state }) ? ask() : clip;
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
  const clip = await clipAsOf(state, clipId);
  // a draft is seen where its clip is awaited, and told of nowhere else
  if (clip.draftOf !== null) return;
  const isKnown = queries.getQueryData(myClipsQuery.queryKey)?.places.some(({ id }) => id === clipId) ?? false;
  if (!isKnown) void queries.invalidateQueries({ queryKey: myClipsQuery.queryKey });
  // several events may come while a clip is asked for: what it came to is told once
  if ((told.get(clipId) ?? known?.state) === clip.state) return;
  told.set(clipId, clip.state);
  if (isLiving(clip)) return tellOfClipStart(clip);
  void queries.invalidateQueries({ queryKey: ['gallery', clip.characterId] });
  const isInView = isClipInView(clip.id);
  await tellOfClipEnd(clip, isInView, showToast);
  if (isInView) await markClipRead(clip.id);
}
