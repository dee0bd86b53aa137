import { type ComponentType, useEffect, useState } from 'react';
import { t } from '../words/words.ts';
import { LoadError } from './load-error.tsx';

/** A part that is fetched when it is first shown. Where it cannot be fetched, it says so in its place and can be asked for again. */
export function later<Props extends object>(fetchPart: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let fetched: ComponentType<Props> | undefined;
  return function Later(props: Props) {
    const [Part, setPart] = useState(() => fetched);
    const [isMissing, setIsMissing] = useState(false);
    useEffect(() => {
      if (fetched !== undefined || isMissing) return;
      let isShown = true;
      fetchPart().then(
        (part) => {
          fetched = part;
          if (isShown) setPart(() => part);
        },
        () => isShown && setIsMissing(true),
      );
      return () => {
        isShown = false;
      };
    }, [isMissing]);
    if (isMissing) return <LoadError sentence={t('app.part-missing')} onTryAgain={() => setIsMissing(false)} />;
    return Part === undefined ? null : <Part {...props} />;
  };
}
